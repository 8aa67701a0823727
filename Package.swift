// swift-tools-version: 6.3
import PackageDescription

/// How every Swift target is compiled.
///
/// Imports are internal unless they say otherwise, so that what crosses a wall between two rooms is seen in the import line.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "publipost",
    products: [
        .executable(name: "publipost", targets: ["publipost"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // MARK: The ground: what every room may stand on.

        // The nouns of the office. Knows nothing.
        .target(name: "Correspondence", swiftSettings: strict),
        // libxml2 as Debian ships it. Only `XML` may import it.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // The one wrapper of libxml2. Knows the nouns, to speak of problems.
        .target(name: "XML", dependencies: ["Correspondence", "CLibXML2"], swiftSettings: strict),
        // GNU Nettle as Debian ships it. Only `Fingerprints` may import it.
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        // SHA-256 of texts and files. Knows nothing.
        .target(name: "Fingerprints", dependencies: ["CNettle"], swiftSettings: strict),

        // MARK: The rooms, side by side: none imports another.

        // The only door to SQLite. Knows the nouns.
        .target(
            name: "Filing",
            dependencies: [
                "Correspondence", "Fingerprints", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        // CSV and XML in and out. Knows the nouns and XML.
        .target(name: "Interchange", dependencies: ["Correspondence", "XML"], swiftSettings: strict),
        // Finds the records that are the same client. Knows the nouns; never sees a file or a command line.
        .target(name: "Linkage", dependencies: ["Correspondence"], swiftSettings: strict),
        // Template and fields to letter. Knows the nouns and XML.
        .target(name: "Merging", dependencies: ["Correspondence", "XML"], swiftSettings: strict),
        // HarfBuzz with its subsetter as Debian ships it. Only `Typesetting` may import it.
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
        // Fontconfig as Debian ships it. Only `Typesetting` may import it.
        .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
        // libpng as Debian ships it. Only `Typesetting` may import it.
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        // libjpeg-turbo's plain interface as Debian ships it. Only `Typesetting` may import it.
        .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        // zlib as Debian ships it. Only `Typesetting` may import it.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Letter to pages to PostScript or plain text. Knows the nouns.
        .target(
            name: "Typesetting",
            dependencies: ["Correspondence", "CHarfBuzz", "CFontconfig", "CPNG", "CTurboJPEG", "CZlib"],
            swiftSettings: strict),

        // MARK: The errands: they walk the data through the rooms.

        // Night run, single letter, duplicate report. Knows every room.
        .target(
            name: "Mailing",
            dependencies: [
                "Correspondence", "Fingerprints", "XML", "Filing", "Interchange", "Linkage", "Merging", "Typesetting",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),

        // MARK: The surfaces: they see the errands and the nouns only.

        // The web pages. Knows Mailing.
        .target(
            name: "FrontDesk",
            dependencies: [
                "Correspondence", "Mailing", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // The command line. Knows Mailing and FrontDesk; one file per command, no logic.
        .executableTarget(
            name: "publipost",
            dependencies: [
                "Correspondence", "Mailing", "FrontDesk",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // MARK: The tests mirror the rooms.

        .testTarget(name: "CorrespondenceTests", dependencies: ["Correspondence"], swiftSettings: strict),
        .testTarget(name: "FingerprintsTests", dependencies: ["Fingerprints"], swiftSettings: strict),
        .testTarget(name: "XMLTests", dependencies: ["XML", "Correspondence"], swiftSettings: strict),
        .testTarget(name: "FilingTests", dependencies: ["Filing", "Correspondence"], swiftSettings: strict),
        .testTarget(
            name: "InterchangeTests", dependencies: ["Interchange", "Correspondence", "XML"], swiftSettings: strict),
        .testTarget(
            name: "LinkageTests", dependencies: ["Linkage", "Correspondence"], exclude: ["Maps"],
            swiftSettings: strict),
        .testTarget(name: "MergingTests", dependencies: ["Merging", "Correspondence"], swiftSettings: strict),
        .testTarget(
            name: "TypesettingTests", dependencies: ["Typesetting", "Correspondence"], exclude: ["Snapshots"],
            swiftSettings: strict),
        .testTarget(
            name: "MailingTests", dependencies: ["Correspondence", "Filing", "Linkage", "Mailing"],
            swiftSettings: strict),
        // Runs the built program as a user would.
        .testTarget(
            name: "PublipostTests", dependencies: ["publipost", "Correspondence", "Filing"], exclude: ["Sessions"],
            swiftSettings: strict),
        // Reads the sources: the walls that the compiler does not guard.
        .testTarget(name: "HouseTests", swiftSettings: strict),

        // MARK: The benchmarks, run by hand.

        // Accuracy and speed of Linkage on labelled lists; makes lists of its own.
        .executableTarget(
            name: "LinkageBenchmark", dependencies: ["Linkage", "Correspondence"], exclude: ["Results"],
            swiftSettings: strict),
        // Letters a second, bytes a letter, memory; groff beside it.
        .executableTarget(
            name: "LettersBenchmark", dependencies: ["Typesetting", "Correspondence"],
            exclude: [
                "groff.sh", "merge.sh", "merge.fr.xhtml", "results-2026-11-24.md", "results-merge-2026-11-25.md",
            ], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
