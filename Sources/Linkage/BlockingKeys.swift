/// The keys of records under a rule: equal where all the rule's parts agree.
///
/// Keys are made of text hashes, not of the list's own numbers, so that they mean the same in every list.
struct BlockingKeys {
    let table: PreparedTable

    /// Appends the keys of `row` under `rule`; none where a part is missing, two where the record has two telephones.
    @inline(__always)
    func append(_ row: Int, _ rule: BlockingRule, seed: UInt64, to keys: inout [UInt64]) {
        let start = keys.count
        let record = table.record(row)
        keys.append(seed)
        for part in rule.parts {
            let (one, two) = value(part, record)
            if one == 0 {
                keys.removeLast(keys.count - start)
                return
            }
            let before = keys[start]
            keys[start] = Hashing.combine(before, one)
            if two != 0 {
                keys.append(Hashing.combine(before, two))
            } else if keys.count - start == 2 {
                keys[start + 1] = Hashing.combine(keys[start + 1], one)
            }
        }
    }

    private func value(_ part: BlockingRule.Part, _ record: UnsafePointer<UInt32>) -> (UInt64, UInt64) {
        switch part {
        case .familySound: (sound(record[Slot.family], record), 0)
        case .givenSound: (nickname(record[Slot.given]), 0)
        case .familyDigits: (UInt64(table.names.codes[Phonetics.german.rawValue][Int(record[Slot.family])]), 0)
        case .familyLetters: (UInt64(table.names.joined[Int(record[Slot.family])]), 0)
        case .givenInitial: (initial(record[Slot.given]), 0)
        case .bothNames: (bothNames(record), 0)
        case .birth: (day(record[Slot.birth]), 0)
        case .birthYear: (UInt64(DateForms.year(record[Slot.birth])), 0)
        case .birthDay: (record[Slot.birth] & 511 == 0 ? 0 : UInt64(record[Slot.birth] & 511), 0)
        case .phone: phones(record) { self.table.phones.pool.hashes[Int($0)] }
        case .phoneEnding: phones(record) { self.ending($0) }
        case .email: (table.emails.pool.hashes[Int(record[Slot.email])], 0)
        case .mailbox: (table.localParts.pool.hashes[Int(table.localOfEmail[Int(record[Slot.email])])], 0)
        case .firmSound: (firmSound(record[Slot.company]), 0)
        case .street: (hash(record, Slot.street), 0)
        case .number: (record[Slot.number] == 0 ? 1 : hash(record, Slot.number), 0)
        case .town: (hash(record, Slot.town), 0)
        case .postcode: (hash(record, Slot.postcode), 0)
        case .value(let slot): (hash(record, slot), 0)
        }
    }

    private func hash(_ record: UnsafePointer<UInt32>, _ slot: Int) -> UInt64 {
        table.values[slot].pool.hashes[Int(record[slot])]
    }

    private func sound(_ name: UInt32, _ record: UnsafePointer<UInt32>) -> UInt64 {
        if name == 0 { return 0 }
        let country = Int(record[Slot.country])
        let language = country == 0 ? table.mainLanguage.rawValue : Int(table.languageOfCountry[country])
        return UInt64(table.names.codes[language][Int(name)]) << 3 | UInt64(language)
    }

    private func nickname(_ name: UInt32) -> UInt64 {
        if name == 0 { return 0 }
        let nickname = table.names.nickname[Int(name)]
        // A known given name stands for all its forms, any other for what sounds like it.
        if nickname >> 31 == 0 { return UInt64(nickname) }
        return UInt64(table.names.codes[Phonetics.german.rawValue][Int(name)]) << 32
    }

    private func firmSound(_ firm: UInt32) -> UInt64 {
        if firm == 0 { return 0 }
        let pool = table.values[Slot.company].pool
        let words = pool.bytes[pool.range(Int(firm))].split(separator: Folding.space)
        guard let longest = words.max(by: { $0.count < $1.count }) else { return 0 }
        return UInt64(NameForms.hash(Phonetics.cologne(Array(longest.filter { $0 >= byte("a") && $0 <= byte("z") }))))
    }

    private func initial(_ name: UInt32) -> UInt64 {
        if name == 0 { return 0 }
        let range = table.names.letterRange(Int(name))
        return range.isEmpty ? 0 : UInt64(table.names.letters[range.lowerBound])
    }

    private func bothNames(_ record: UnsafePointer<UInt32>) -> UInt64 {
        let codes = table.names.codes[Phonetics.german.rawValue]
        let (family, given) = (record[Slot.family], record[Slot.given])
        if family == 0 || given == 0 { return 0 }
        let (x, y) = (UInt64(codes[Int(family)]), UInt64(codes[Int(given)]))
        return Hashing.combine(min(x, y), max(x, y))
    }

    /// Day and month in either order.
    private func day(_ date: UInt32) -> UInt64 {
        if date == 0 || date & 511 == 0 { return 0 }
        let (day, month) = (DateForms.day(date), DateForms.month(date))
        return UInt64(DateForms.year(date)) << 16 | UInt64(min(day, month)) << 8 | UInt64(max(day, month))
    }

    private func phones(_ record: UnsafePointer<UInt32>, _ hash: (UInt32) -> UInt64) -> (UInt64, UInt64) {
        let (one, two) = (record[Slot.phone], record[Slot.mobile])
        if one == 0 { return (two == 0 ? 0 : hash(two), 0) }
        return (hash(one), two == 0 || two == one ? 0 : hash(two))
    }

    private func ending(_ number: UInt32) -> UInt64 {
        let range = table.phones.pool.range(Int(number)).suffix(5)
        var value: UInt64 = 1
        for place in range { value = value << 8 | UInt64(table.phones.pool.bytes[place]) }
        return value
    }
}
