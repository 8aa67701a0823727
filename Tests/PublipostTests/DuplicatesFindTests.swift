import Foundation
import Testing

@Suite struct `duplicates find` {
    static let list = """
        id,family_name,given_name,street,postcode,town,phone,birth_date
        a,Dupont,Pierre,12 rue de la Mer,35400,Saint-Malo,0639980101,1970-05-12
        b,Martin,Paule,3 place Haute,29200,Brest,0639980202,1981-11-02
        c,DUPONT,Pierre,12 r. de la Mer,35400,St Malo,+33 6 39 98 01 01,12/05/1970
        d,Lefèvre,Jean,8 quai Sud,76400,Fécamp,0639980303,1965-01-30

        """

    func office(_ list: String = list) throws -> Office {
        let office = try Office(templates: false)
        try office.write(list, to: "list.csv")
        return office
    }

    @Test func `writes each id once with its group, and the pairs with their answer`() throws {
        let office = try office()
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv", "--pairs", "pairs.csv")
        #expect(answer.status == 0, "\(answer.error)")
        #expect(try office.text("groups.csv") == "id,group\na,1\nb,2\nc,1\nd,3\n")
        let pairs = try office.text("pairs.csv").split(separator: "\n")
        #expect(pairs.first == "id_a,id_b,probability,weight,answer")
        #expect(pairs.count == 2)
        #expect(pairs.last?.hasPrefix("a,c,") == true)
        #expect(!FileManager.default.fileExists(atPath: office.path("clients.sqlite")))
    }

    @Test func `prints counts and timings as one JSON value`() throws {
        let answer = try office().publipost("duplicates", "find", "list.csv", "-o", "groups.csv", "--json")
        let value = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        #expect(value["records"] as? Int == 4)
        #expect(value["groups"] as? Int == 1)
        #expect(value["grouped_records"] as? Int == 2)
        #expect(value["candidate_pairs_per_second"] != nil)
        #expect(value["bytes_per_record"] != nil)
        #expect(value["timings"] is [String: Any])
    }

    @Test func `reads columns of other names through a map`() throws {
        let office = try office(
            Self.list.replacing("family_name,given_name", with: "apellido,nombre_de_pila").replacing(
                "id,", with: "key,"))
        try office.write("key: id\napellido: family_name\nnombre_de_pila: given_name\n", to: "map.yml")
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv", "--map", "map.yml")
        #expect(answer.status == 0, "\(answer.error)")
        #expect(try office.text("groups.csv") == "id,group\na,1\nb,2\nc,1\nd,3\n")
    }

    @Test func `refuses an id that is given twice, and leaves no file`() throws {
        let office = try office(Self.list.replacing("\nc,", with: "\na,"))
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv")
        #expect(answer.status == 1)
        #expect(
            answer.error == """
                list.csv:4: an earlier row has the same id.
                  -> Give each row an id of its own, or leave the column out with a map file: id: "-"

                """)
        #expect(office.names(in: ".") == ["list.csv"])
    }

    @Test func `names a row that cannot be read, and judges the others`() throws {
        let office = try office(Self.list + "e,too,few\n")
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv")
        #expect(answer.status == 3)
        #expect(answer.error.hasPrefix("list.csv:6: "))
        #expect(try office.text("groups.csv") == "id,group\na,1\nb,2\nc,1\nd,3\n")
    }

    @Test func `names columns that are empty, and refuses a list of which all are`() throws {
        let office = try office("id,family_name,phone\na,,0639980101\nb,,0639980101\n")
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv")
        #expect(answer.status == 0)
        #expect(answer.error.hasPrefix("list.csv:1: the column \"family_name\" is empty in every row.\n"))
        try office.write("id,family_name,phone\na,,\nb,,\n", to: "list.csv")
        let refused = try office.publipost("duplicates", "find", "list.csv", "-o", "other.csv")
        #expect(refused.status == 1)
        #expect(
            refused.error == """
                list.csv: every column that could say who a record is stands empty, so nothing can be compared.
                  -> Export the list again with its names, or name its columns in a map file with --map.

                """)
        #expect(!FileManager.default.fileExists(atPath: office.path("other.csv")))
    }

    @Test func `a list of the same row over and over is one group`() throws {
        let row = ",Dupont,Pierre,12 rue de la Mer,35400,Saint-Malo,0639980101,1970-05-12\n"
        let same = (1...5000).map { "\($0)\(row)" }.joined()
        let header = "id,family_name,given_name,street,postcode,town,phone,birth_date\n"
        let office = try office(header + same)
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv")
        #expect(answer.status == 0)
        #expect(
            (answer.output + answer.error).contains("5000 records: 5000 of them in 1 groups of duplicates"), "\(answer)"
        )
    }

    @Test func `says that a list has nothing to compare`() throws {
        let office = try office("id,name\n")
        let answer = try office.publipost("duplicates", "find", "list.csv", "-o", "groups.csv")
        #expect(answer.status == 0)
        #expect(try office.text("groups.csv") == "id,group\n")
    }

    @Test func `never takes the place of the list, nor the pairs that of the groups`() throws {
        let office = try office()
        let onList = try office.publipost("duplicates", "find", "list.csv", "-o", "list.csv")
        #expect(onList.status == 64)
        #expect(onList.error == "-o: what is found would take the place of list.csv.\n  -> Name another file.\n")
        #expect(try office.text("list.csv") == Self.list)
        let twice = try office.publipost("duplicates", "find", "list.csv", "-o", "z.csv", "--pairs", "z.csv")
        #expect(twice.status == 64)
        #expect(office.names(in: ".") == ["list.csv"])
    }
}
