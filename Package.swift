// swift-tools-version: 6.2
import PackageDescription

// In CI a warning is an error; elsewhere a newer compiler's new warning stops nobody.
let settings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "dateline",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "dateline", targets: ["dateline"]),
    .executable(name: "recognizer", targets: ["recognizer"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // SHA-256 for the manifest, with the processor's own instructions.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // The preview's server: it needs no Foundation, where FlyingFox would link all of it and ICU.
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    // Left of the Catalog: per article.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // YAML beyond the common subset, with libyaml's own error places.
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CResources"),
    .target(name: "ArchiveModel", swiftSettings: settings),
    .target(name: "Markup", dependencies: ["CCmark", "ArchiveModel"], swiftSettings: settings),
    .target(name: "Loading", dependencies: ["ArchiveModel", "CYaml"], swiftSettings: settings),
    .target(name: "Recognition", dependencies: ["ArchiveModel"], swiftSettings: settings),

    // Where articles meet.
    .target(
      name: "Cataloguing", dependencies: ["ArchiveModel", "Recognition"], swiftSettings: settings),

    // Full-text search without a server: texts in, files for the browser out.
    .target(name: "Searching", dependencies: ["ArchiveModel"], swiftSettings: settings),

    // Right of it: per page.
    .target(name: "Templates", swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: [
        "ArchiveModel", "Markup", "Loading", "Recognition", "Cataloguing", "Searching", "Templates",
        "CResources", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),

    // From the folder of a site to its readers, and the proofs that all of it is there.
    .target(
      name: "Delivery", dependencies: ["ArchiveModel", "Loading", "Publishing"],
      swiftSettings: settings),

    // The local server: renders on request, watches, reloads.
    .target(
      name: "Preview",
      dependencies: [
        "ArchiveModel", "Loading", "Publishing", "CResources",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      exclude: ["Client"],  // Embedded by CResources.
      swiftSettings: settings),

    // The commands.
    .executableTarget(
      name: "dateline",
      dependencies: [
        "Delivery", "Preview", "Publishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "recognizer",
      dependencies: [
        "ArchiveModel", "CResources", "Recognition",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .testTarget(name: "ArchiveModelTests", dependencies: ["ArchiveModel"], swiftSettings: settings),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: settings),
    .testTarget(name: "LoadingTests", dependencies: ["Loading"], swiftSettings: settings),
    .testTarget(
      name: "RecognitionTests", dependencies: ["Recognition", "CResources"],
      swiftSettings: settings),
    .testTarget(name: "CataloguingTests", dependencies: ["Cataloguing"], swiftSettings: settings),
    .testTarget(name: "SearchingTests", dependencies: ["Searching"], swiftSettings: settings),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates"], swiftSettings: settings),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing"], swiftSettings: settings),
    .testTarget(
      name: "DeliveryTests", dependencies: ["Delivery", "Publishing"], swiftSettings: settings),
    .testTarget(
      name: "PreviewTests", dependencies: ["Preview", "Publishing", "Loading"],
      swiftSettings: settings),
    .testTarget(
      name: "TidyTests", dependencies: ["ArchiveModel", "CResources"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
