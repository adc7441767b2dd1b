extension Diagnostic {
  /// The stable names of the problems; `Tests/Fixtures/Invalid/<code>/` provokes each.
  public enum Code: String, Sendable, CaseIterable {
    // Reading a file.
    case fileUnreadable = "file-unreadable"
    case fileEmpty = "file-empty"
    case fileSkipped = "file-skipped"
    case encodingGuessed = "encoding-guessed"
    case encodingRepaired = "encoding-repaired"
    case encodingFrontMatter = "encoding-front-matter"
    case controlCharacters = "control-characters"

    // Front matter.
    case frontMatterUnclosed = "front-matter-unclosed"
    case frontMatterInvalid = "front-matter-invalid"
    case frontMatterStray = "front-matter-stray"
    case frontMatterTemplate = "front-matter-template"
    case keyDuplicate = "key-duplicate"
    case keyUnknown = "key-unknown"
    case valueType = "value-type"
    case dateInvalid = "date-invalid"
    case dateImpossible = "date-impossible"
    case dateOutlying = "date-outlying"
    case embargoInferred = "embargo-inferred"
    case entityUnknown = "entity-unknown"
    case identifierInvalid = "identifier-invalid"
    case slugInvalid = "slug-invalid"
    case aliasInvalid = "alias-invalid"
    case statusUnknown = "status-unknown"
    case languageInvalid = "language-invalid"

    // Settings and authority records.
    case settingsInvalid = "settings-invalid"
    case settingUnknown = "setting-unknown"
    case languageUnknown = "language-unknown"
    case contrastLow = "contrast-low"
    case baseURLMissing = "base-url-missing"
    case authorityInvalid = "authority-invalid"
    case authorityClash = "authority-clash"
    case authorityCycle = "authority-cycle"
    case authorityCommonName = "authority-common-name"
    case lockInvalid = "lock-invalid"

    // What must not be shown.
    case privacyInvalid = "privacy-invalid"
    case privacyUnknown = "privacy-unknown"
    case privacyLeak = "privacy-leak"
    case mediaRedacted = "media-redacted"

    // The site as a whole.
    case addressCollision = "address-collision"
    case addressEscapes = "address-escapes"
    case identifierDuplicate = "identifier-duplicate"
    case filesTooMany = "files-too-many"
    case hostLimit = "host-limit"
    case linkUnsafe = "link-unsafe"
    case linkBroken = "link-broken"
    case mediaMissing = "media-missing"
    case mediaCase = "media-case"
    case mediaOutside = "media-outside"
    case mediaAltMissing = "media-alt-missing"
    case mediaActive = "media-active"
    case imageExternal = "image-external"
    case htmlDropped = "html-dropped"
    case embedLinked = "embed-linked"
    case dialectUnknown = "dialect-unknown"
    case templateInvalid = "template-invalid"

    /// How bad a problem of this kind is.
    public var severity: Severity {
      switch self {
      case .fileUnreadable, .encodingFrontMatter, .frontMatterUnclosed, .frontMatterInvalid,
        .keyDuplicate, .dateInvalid, .dateImpossible,
        .identifierInvalid, .slugInvalid, .aliasInvalid, .statusUnknown, .settingsInvalid,
        .settingUnknown, .authorityInvalid, .lockInvalid, .privacyInvalid, .privacyLeak,
        .addressCollision, .addressEscapes, .identifierDuplicate, .templateInvalid:
        .error
      case .frontMatterStray, .frontMatterTemplate, .dateOutlying, .embargoInferred, .entityUnknown,
        .fileEmpty, .fileSkipped,
        .encodingGuessed,
        .encodingRepaired,
        .controlCharacters,
        .keyUnknown,
        .valueType, .languageInvalid, .languageUnknown,
        .contrastLow, .baseURLMissing, .authorityClash,
        .authorityCycle, .authorityCommonName, .privacyUnknown, .mediaRedacted,
        .filesTooMany, .hostLimit,
        .linkUnsafe, .linkBroken, .mediaMissing, .mediaCase, .mediaOutside, .mediaAltMissing,
        .htmlDropped, .embedLinked, .imageExternal, .mediaActive, .dialectUnknown:
        .warning
      }
    }
  }
}
