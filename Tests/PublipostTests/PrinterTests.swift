import Foundation
import Testing

/// Single letters on a real print service.
@Suite("Printing at the desk", .serialized) struct PrinterTests {
    /// An office with one client, and its print service; nil where none can be started here.
    private func office() throws -> (Office, PrintHall)? {
        guard PrintHall.isInstalled else {
            print("cupsd is not installed, or this is not root: the print service was not tested.")
            return nil
        }
        let office = try Office()
        _ = try office.publipost("client", "add", "family_name=Essai", "town=Dinan", "postcode=22100", "language=fr")
        return (office, try PrintHall(in: office))
    }

    @Test func `a letter arrives at the printer as it was written`() throws {
        guard let (office, hall) = try office() else { return }
        let printed = try office.publipost(
            "letter", "print", "1", "documentation", "--printer", "hall", environment: hall.environment)
        #expect(printed.error == "")
        #expect(printed.output == "Client 1: documentation (fr), 1 page at the printer hall, job hall-1.\n")
        #expect(printed.status == 0)
        _ = try office.publipost("letter", "print", "1", "documentation", "--again", "--to", "again.ps")
        #expect(try hall.job(1) == office.bytes("again.ps"))
    }

    @Test func `a stopped printer takes the letter, and says that it waits`() throws {
        guard let (office, hall) = try office() else { return }
        try hall.command("cupsdisable", ["hall"], in: office)
        let printed = try office.publipost(
            "letter", "print", "1", "documentation", "--printer", "hall", environment: hall.environment)
        #expect(
            printed.error == """
                printer hall: the printer is stopped: it has taken the letter, which waits there.
                  -> Start it again with: cupsenable hall

                """)
        #expect(printed.status == 0)
    }

    @Test func `a printer that takes no jobs, or is not there, prints and books nothing`() throws {
        guard let (office, hall) = try office() else { return }
        try hall.command("cupsreject", ["hall"], in: office)
        let refused = try office.publipost(
            "letter", "print", "1", "documentation", "--printer", "hall", environment: hall.environment)
        #expect(
            refused.error == """
                printer hall: it takes no jobs at present, so nothing was printed.
                  -> Let it take jobs again with: cupsaccept hall

                """)
        #expect(refused.status == 1)
        let unknown = try office.publipost(
            "letter", "print", "1", "documentation", "--printer", "attic", environment: hall.environment)
        #expect(
            unknown.error == """
                printer attic: there is no such printer, so nothing was printed.
                  -> Choose one with --printer: hall.

                """)
        let none = try office.publipost("letter", "print", "1", "documentation", environment: hall.environment)
        #expect(
            none.error == """
                the default printer: none is set, so nothing was printed.
                  -> Choose one with --printer: hall.

                """)
        hall.stop()
        let stopped = try office.publipost(
            "letter", "print", "1", "documentation", "--printer", "hall", environment: hall.environment)
        #expect(
            stopped.error == """
                printer hall: the print service is not running, so nothing was printed.
                  -> Start it with: systemctl start cups, or print into a file with --to.

                """)
        #expect(try !office.publipost("client", "show", "1").output.contains("Letters"))
    }
}
