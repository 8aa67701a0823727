/// The first version of the tables.
///
/// Dates are integers: days since 1970-01-01 (``CivilDate/dayNumber``). Moments (`…_at`) are seconds since 1970-01-01 UTC.
/// Amounts are integers in euro cents, VAT rates in hundredths of a percent, quantities in thousandths.
/// A client is never deleted, so that a number is never given twice: erasing empties the row and sets `erased_on`.
extension Schema {
    /// The columns that say who a client is, shared by `client` and `client_own`.
    private static let personColumns = """
        reference TEXT,
        title TEXT,
        family_name TEXT,
        given_name TEXT,
        company TEXT,
        address_complement TEXT,
        building TEXT,
        street TEXT,
        locality TEXT,
        postcode TEXT,
        town TEXT,
        country TEXT,
        phone TEXT,
        mobile TEXT,
        email TEXT,
        language TEXT,
        types TEXT,
        origin TEXT,
        doubts TEXT,
        birth_date INTEGER,
        created_on INTEGER,
        confirmed_on INTEGER NOT NULL DEFAULT 0,
        objected INTEGER NOT NULL DEFAULT 0 CHECK (objected IN (0, 1)),
        returned_on INTEGER
        """

    /// `types` holds one name a line; `doubts` alternates field and value, parted by U+001F.
    ///
    /// `survivor` is the active client that a merged record belongs to, `family` is 1 for every record that a merge
    /// touches: its own values then stand in `client_own`, and the survivor's row in `client` is made from its family.
    static let clientTables = """
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value ANY
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE client (
            number INTEGER PRIMARY KEY,
            \(personColumns),
            import_hash INTEGER,
            survivor INTEGER REFERENCES client(number),
            family INTEGER NOT NULL DEFAULT 0 CHECK (family IN (0, 1)),
            erased_on INTEGER,
            CHECK (number > 0),
            CHECK (survivor IS NULL OR (survivor <> number AND family = 1)),
            CHECK (family_name IS NOT NULL OR given_name IS NOT NULL OR company IS NOT NULL OR erased_on IS NOT NULL)
        ) STRICT;

        CREATE TABLE client_own (
            number INTEGER PRIMARY KEY REFERENCES client(number),
            \(personColumns)
        ) STRICT;

        CREATE INDEX client_survivor ON client(survivor) WHERE survivor IS NOT NULL;
        \(importIndexes)
        """

    /// Dropped while an empty file is filled, and made again at its end.
    static let importIndexes = """
        CREATE UNIQUE INDEX client_reference ON client(reference) WHERE reference IS NOT NULL;
        CREATE INDEX client_import_hash ON client(import_hash) WHERE reference IS NULL AND import_hash IS NOT NULL;
        """

    static let tabTables = """
        CREATE TABLE companion (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            given_name TEXT, family_name TEXT, birth_date INTEGER,
            CHECK (given_name IS NOT NULL OR family_name IS NOT NULL)
        ) STRICT;
        CREATE TABLE vehicle (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            plate TEXT, country TEXT, kind TEXT,
            CHECK (plate IS NOT NULL OR kind IS NOT NULL)
        ) STRICT;
        CREATE TABLE identity_paper (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            kind TEXT, country TEXT, valid_until INTEGER
        ) STRICT;
        CREATE TABLE animal (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            name TEXT, species TEXT, breed TEXT, vaccinated_on INTEGER
        ) STRICT;
        CREATE TABLE bank_account (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            iban TEXT NOT NULL, holder TEXT
        ) STRICT;
        CREATE INDEX companion_client ON companion(client);
        CREATE INDEX vehicle_client ON vehicle(client);
        CREATE INDEX identity_paper_client ON identity_paper(client);
        CREATE INDEX animal_client ON animal(client);
        CREATE INDEX bank_account_client ON bank_account(client);
        """

    // A CHECK with a longer IN list would build a table of it at every insertion: five times the cost of the insertion.
    static let officeTables = """
        CREATE TABLE request (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            kind TEXT NOT NULL CHECK (kind IN ('documentation', 'reservation')),
            document TEXT, received_on INTEGER, answered_on INTEGER
        ) STRICT;
        CREATE INDEX request_client ON request(client);
        CREATE INDEX request_pending ON request(kind, client) WHERE answered_on IS NULL;

        CREATE TABLE stay (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            arrival INTEGER NOT NULL, departure INTEGER NOT NULL, pitch TEXT,
            adults INTEGER NOT NULL CHECK (adults >= 0), children INTEGER NOT NULL CHECK (children >= 0),
            state TEXT NOT NULL CHECK (
                state = 'booked' OR state = 'left' OR state = 'arrived' OR state = 'option' OR state = 'cancelled'),
            amount INTEGER CHECK (amount BETWEEN -100000000000 AND 100000000000),
            CHECK (departure > arrival)
        ) STRICT;
        CREATE INDEX stay_client ON stay(client, arrival);

        CREATE TABLE product (
            number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            price INTEGER NOT NULL CHECK (price BETWEEN -1000000000 AND 1000000000),
            vat_rate INTEGER NOT NULL CHECK (vat_rate BETWEEN 0 AND 10000)
        ) STRICT;

        CREATE TABLE invoice (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            serial INTEGER UNIQUE, issued_on INTEGER, addressee TEXT,
            CHECK ((serial IS NULL) = (issued_on IS NULL)), CHECK ((serial IS NULL) = (addressee IS NULL))
        ) STRICT;
        CREATE INDEX invoice_client ON invoice(client);

        CREATE TABLE invoice_item (
            number INTEGER PRIMARY KEY, invoice INTEGER NOT NULL REFERENCES invoice(number),
            product TEXT, description TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN -1000000000 AND 1000000000),
            price INTEGER NOT NULL CHECK (price BETWEEN -1000000000 AND 1000000000), vat_rate INTEGER NOT NULL CHECK (vat_rate BETWEEN 0 AND 10000)
        ) STRICT;
        CREATE INDEX invoice_item_invoice ON invoice_item(invoice);

        CREATE TRIGGER invoice_issued_update BEFORE UPDATE ON invoice WHEN OLD.serial IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an issued invoice is never altered'); END;
        CREATE TRIGGER invoice_issued_delete BEFORE DELETE ON invoice WHEN OLD.serial IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an issued invoice is never altered'); END;
        CREATE TRIGGER item_issued_insert BEFORE INSERT ON invoice_item
        WHEN (SELECT serial FROM invoice WHERE number = NEW.invoice) IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an issued invoice is never altered'); END;
        CREATE TRIGGER item_issued_update BEFORE UPDATE ON invoice_item
        WHEN (SELECT serial FROM invoice WHERE number = OLD.invoice) IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an issued invoice is never altered'); END;
        CREATE TRIGGER item_issued_delete BEFORE DELETE ON invoice_item
        WHEN (SELECT serial FROM invoice WHERE number = OLD.invoice) IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an issued invoice is never altered'); END;
        """

    /// In `edit`, an edit of a merged record also keeps where the replaced value had come from (`source`) and what the
    /// edited record itself had there (`own`), so that the merge can be undone after it.
    ///
    /// A letter without `sent_on` belongs to a run that is being published: it counts for nothing until the run is booked.
    static let letterTables = """
        CREATE TABLE run (
            number INTEGER PRIMARY KEY, mailing TEXT NOT NULL, made_for INTEGER NOT NULL, folder TEXT NOT NULL,
            started_at INTEGER NOT NULL, process TEXT,
            state TEXT NOT NULL CHECK (state IN ('publishing', 'booked')),
            counts TEXT, timings TEXT
        ) STRICT;

        CREATE TABLE letter (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            document TEXT NOT NULL, language TEXT NOT NULL, sent_on INTEGER, piece_code TEXT, text TEXT,
            run INTEGER REFERENCES run(number)
        ) STRICT;
        CREATE INDEX letter_client ON letter(client);
        CREATE INDEX letter_run ON letter(run, piece_code) WHERE run IS NOT NULL;
        CREATE INDEX letter_piece_code ON letter(piece_code) WHERE piece_code IS NOT NULL;

        CREATE TABLE letter_answer (
            letter INTEGER NOT NULL REFERENCES letter(number), request INTEGER NOT NULL REFERENCES request(number),
            PRIMARY KEY (letter, request)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX letter_answer_request ON letter_answer(request);

        CREATE TABLE returned_mail (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            letter INTEGER REFERENCES letter(number), reason TEXT NOT NULL, noted_on INTEGER NOT NULL,
            settled_on INTEGER
        ) STRICT;
        CREATE INDEX returned_mail_client ON returned_mail(client);
        CREATE INDEX returned_mail_letter ON returned_mail(letter) WHERE letter IS NOT NULL;

        CREATE TABLE objection (
            fingerprint BLOB PRIMARY KEY, objected_on INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE edit (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            made_at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, before TEXT, after TEXT,
            source INTEGER REFERENCES client(number), own TEXT
        ) STRICT;
        CREATE INDEX edit_client ON edit(client);
        """

    /// `merge.last_edit` is the latest line of the edit history at the time, so that later ones are known. `choice` names the
    /// record that a field of a survivor is taken from because a person said so; a `field` may be `address`, all of it.
    static let mergeTables = """
        CREATE TABLE merge (
            number INTEGER PRIMARY KEY, survivor INTEGER NOT NULL REFERENCES client(number),
            made_at INTEGER NOT NULL, who TEXT NOT NULL, automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
            probability REAL, last_edit INTEGER NOT NULL, undone_at INTEGER, undone_by TEXT,
            CHECK ((undone_at IS NULL) = (undone_by IS NULL))
        ) STRICT;
        CREATE TABLE merge_member (
            merge INTEGER NOT NULL REFERENCES merge(number), client INTEGER NOT NULL REFERENCES client(number),
            PRIMARY KEY (merge, client)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX merge_member_client ON merge_member(client);
        CREATE INDEX merge_survivor ON merge(survivor);

        CREATE TABLE choice (
            number INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number),
            field TEXT NOT NULL, source INTEGER NOT NULL REFERENCES client(number), merge INTEGER REFERENCES merge(number)
        ) STRICT;
        CREATE INDEX choice_client ON choice(client);
        CREATE INDEX choice_merge ON choice(merge) WHERE merge IS NOT NULL;

        CREATE TABLE apart (
            low INTEGER NOT NULL REFERENCES client(number), high INTEGER NOT NULL REFERENCES client(number),
            decided_at INTEGER NOT NULL, who TEXT NOT NULL,
            PRIMARY KEY (low, high), CHECK (low < high)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX apart_high ON apart(high);

        CREATE TABLE linkage_model (
            name TEXT PRIMARY KEY, made_on INTEGER NOT NULL, model BLOB NOT NULL,
            last_client INTEGER NOT NULL, last_edit INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// The keys are hints: what they lead to is looked at before it is shown, so a stale key does no harm.
    static let keyTables = """
        CREATE TABLE search_key (
            key INTEGER NOT NULL, client INTEGER NOT NULL, more BLOB, PRIMARY KEY (key, client)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE name_form (
            length INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (length, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE blocking_key (
            key INTEGER NOT NULL, client INTEGER NOT NULL, more BLOB, PRIMARY KEY (key, client)
        ) STRICT, WITHOUT ROWID;
        """
}
