/// What people and machines do to an archive, its cache and its site between two builds, or ask of
/// the next one.
enum Edit: String, CaseIterable {
  // Articles.
  case articleAdded, wireAdded, textChanged, headlineChanged, dateChanged, mattersChanged
  case aliasAdded, addressFixed, articleRemoved, articleRenamed, textsSwapped, filesSwapped
  case articleTouched, articleSavedAgain, changedInItsSecond, articleBroken, articleMended
  case articleDrafted, draftPublished, embargoed, withdrawn, unlisted, related

  // What the editors say of names.
  case recordAdded, recordChanged, recordsMerged, recordSplit, recordRemoved, recordNoted
  case nameIgnored, nameRedacted, privacyRulesRemoved

  // Settings and theme.
  case titleChanged, baseURLChanged, languageChanged, sectionsChanged, permalinksChanged
  case fewestArticlesChanged, listsChanged, linksChanged, hostChanged, markdownChanged
  case templateChanged, styleChanged, themeSettingsChanged, themeSwitched

  // Other files of the archive.
  case imageAdded, imageChanged, imageRemoved, fileOfItsAddressAdded
  case pageAdded, pageChanged, pageRemoved, lockLineRemoved

  // What is asked.
  case draftsAsked, clockMoved, baseURLAsked, filesLimited, lockedAsked, otherOutputAsked

  // What befalls the cache and the site.
  case cacheRemoved, cacheDamaged, cacheCut, cacheOverwritten, cacheSwapped, cacheOfEarlier
  case outputRemoved, outputOfEarlier, publicFileAltered, publicFileRemoved
  case buildKilled
}
