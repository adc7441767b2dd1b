/// Something that Dateline itself says on pages.
///
/// Its raw value is the name by which templates show it, `{{>labels.back_to_top}}`, and by which
/// `labels` in `theme.yml` reword it. What it says stands in the file of each language, `English.swift`
/// first; a word in braces there is a hole, which the page fills.
enum Phrase: String, Sendable, CaseIterable {
  // Around every page.
  case skipToContent = "skip_to_content"
  case navigation
  case publishedBy = "published_by"
  case texts
  case questions
  case about
  case feed
  case backToTop = "back_to_top"
  case search
  case aToZ = "a_to_z"
  case dates
  case pages
  case previousPage = "previous_page"
  case pageOf = "page_of"
  case nextPage = "next_page"
  case thousandsSeparator = "thousands_separator"

  // An article.
  case updated
  case partOfSeries = "part_of_series"
  case fromSeries = "from_series"
  case partOf = "part_of"
  case previousPart = "previous_part"
  case nextPart = "next_part"
  case redacted
  case textRedacted = "text_redacted"
  case textRedactedOn = "text_redacted_on"
  case nameRemoved = "name_removed"
  case nameRemovedOn = "name_removed_on"
  case expires
  case expiresOn = "expires_on"
  case draft
  case notPublished = "not_published"
  case titleAndDateInferred = "title_and_date_inferred"
  case titleInferred = "title_inferred"
  case dateInferred = "date_inferred"
  case textSources = "text_sources"
  case namesInStory = "names_in_story"
  case moreNames = "more_names"
  case aboutArticle = "about_article"
  case date
  case by
  case topics
  case cameThrough = "came_through"
  case firstPublishedAt = "first_published_at"
  case inPrint = "in_print"
  case follows
  case related
  case translationOf = "translation_of"
  case archivedCopies = "archived_copies"
  case retrieved
  case rights
  case rightsHolder = "rights_holder"
  case wireNotes = "wire_notes"
  case inferred
  case toCite = "to_cite"
  case quoted
  case earlier
  case later
  case withdrawn
  case articleWithdrawn = "article_withdrawn"
  case articleWithdrawnBy = "article_withdrawn_by"
  case articleWithdrawnOn = "article_withdrawn_on"
  case addressStays = "address_stays"
  case askForMore = "ask_for_more"
  case correction
  case clarification
  case editorsNote = "editors_note"
  case retraction
  case withdrawnLegal = "withdrawn_legal"
  case withdrawnError = "withdrawn_error"
  case withdrawnPrivacy = "withdrawn_privacy"
  case withdrawnRights = "withdrawn_rights"
  case withdrawnDuplicate = "withdrawn_duplicate"
  case news
  case analysis
  case opinion
  case review
  case obituary
  case pressRelease = "press_release"
  case wireReport = "wire_report"
  case alert
  case breakingNews = "breaking_news"
  case urgent
  case update
  case wrapUp = "wrap_up"
  case repeated
  case refiled
  case corrected
  case official
  case advisory
  case inferredTitle = "inferred_title"
  case inferredSubtitle = "inferred_subtitle"
  case inferredTimeZone = "inferred_time_zone"
  case inferredByline = "inferred_byline"
  case inferredAuthors = "inferred_authors"
  case inferredDateline = "inferred_dateline"
  case inferredSource = "inferred_source"
  case inferredAddress = "inferred_address"
  case inferredVersion = "inferred_version"
  case inferredCredits = "inferred_credits"
  case inferredRights = "inferred_rights"
  case printSection = "print_section"
  case printPage = "print_page"
  case printColumn = "print_column"
  case listSeparator = "list_separator"
  case note
  case notes
  case backToReference = "back_to_reference"
  case taskDone = "task_done"
  case taskNotDone = "task_not_done"
  case embedVideo = "embed_video"
  case embedAudio = "embed_audio"
  case embedPost = "embed_post"
  case embedDocument = "embed_document"
  case embedChart = "embed_chart"
  case embedOnService = "embed_on_service"

  // Names and their pages.
  case people
  case organizations
  case places
  case events
  case works
  case person
  case organization
  case place
  case event
  case work
  case kindInTextPerson = "kind_in_text_person"
  case kindInTextOrganization = "kind_in_text_organization"
  case kindInTextPlace = "kind_in_text_place"
  case kindInTextEvent = "kind_in_text_event"
  case kindInTextWork = "kind_in_text_work"
  case alsoWritten = "also_written"
  case inNewestArticles = "in_newest_articles"
  case notToBeConfusedWith = "not_to_be_confused_with"
  case appearsIn = "appears_in"
  case inAll = "in_all"
  case firstSeen = "first_seen"
  case lastSeen = "last_seen"
  case liesAt = "lies_at"
  case elsewhere
  case reviewed
  case compiled
  case compiledUnreviewed = "compiled_unreviewed"
  case reportError = "report_error"
  case inTheArticles = "in_the_articles"
  case namedOnlyAs = "named_only_as"
  case noArticleNamesIt = "no_article_names_it"
  case alsoNamedWith = "also_named_with"
  case whichOne = "which_one"
  case mayMean = "may_mean"
  case north
  case south
  case east
  case west
  case decimalSign = "decimal_sign"
  case names
  case namesOfLetter = "names_of_letter"
  case namesAToZ = "names_a_to_z"
  case aToZLetter = "a_to_z_letter"
  case letters
  case otherLetters = "other_letters"
  case mostNamed = "most_named"
  case byNumberOfArticles = "by_number_of_articles"
  case mostByNumberOfArticles = "most_by_number_of_articles"
  case mapExplained = "map_explained"
  case map
  case mapCredit = "map_credit"
  case mapOfMost = "map_of_most"
  case mapOfAll = "map_of_all"
  case mapOfWorld = "map_of_world"
  case mapOfPlace = "map_of_place"
  case mapTitle = "map_title"
  case archiveOverTime = "archive_over_time"
  case articlesOfArchiveOverTime = "articles_of_archive_over_time"
  case articlesOverTime = "articles_over_time"
  case articlesNamingOverTime = "articles_naming_over_time"
  case inNumbers = "in_numbers"

  // The front page and lists.
  case inThisStory = "in_this_story"
  case noArticlesInArchive = "no_articles_in_archive"
  case moreOfTheLatest = "more_of_the_latest"
  case beforeThat = "before_that"
  case nothingHere = "nothing_here"
  case parts
  case articles
  case noArticles = "no_articles"
  case sections
  case authors
  case series
  case sources
  case section
  case topic
  case author
  case oneSeries = "one_series"
  case source
  case archive
  case undatedArticles = "undated_articles"
  case undatedExplained = "undated_explained"
  case year
  case month
  case day
  case kind

  // Search.
  case noResults = "no_results"
  case searching
  case searchFailed = "search_failed"
  case moreArticles = "more_articles"
  case paragraph
  case decade
  case searchWords = "search_words"
  case searchHint = "search_hint"
  case waysIntoArchive = "ways_into_archive"
  case searchNeedsScript = "search_needs_script"
  case namesFromAToZ = "names_from_a_to_z"
  case articlesByDate = "articles_by_date"

  // About, wrong and old addresses.
  case howMade = "how_made"
  case methodNames = "method_names"
  case methodMatching = "method_matching"
  case methodPages = "method_pages"
  case methodInferred = "method_inferred"
  case methodPeople = "method_people"
  case methodNoPeople = "method_no_people"
  case data
  case dataExplained = "data_explained"
  case citationsExplained = "citations_explained"
  case dataOfArchive = "data_of_archive"
  case dataBuiltIn = "data_built_in"
  case creditPlaces = "credit_places"
  case creditLists = "credit_lists"
  case creditGivenNames = "credit_given_names"
  case pageNotFound = "page_not_found"
  case noPageHere = "no_page_here"
  case frontPage = "front_page"
  case aToZOfNames = "a_to_z_of_names"
  case pagesHaveMoved = "pages_have_moved"
  case listOfOldAddresses = "list_of_old_addresses"
  case pageMoved = "page_moved"
  case nowAt = "now_at"

  // Dates.
  case undated
  case dateOfDay = "date_of_day"
  case dateOfMonth = "date_of_month"
  case dateWithoutYear = "date_without_year"
  case dayAlone = "day_alone"
  case firstDay = "first_day"
  case dateWithWeekday = "date_with_weekday"
  case dateWithTime = "date_with_time"
  case dateUncertain = "date_uncertain"
  case dateApproximate = "date_approximate"
  case dateUncertainAndApproximate = "date_uncertain_and_approximate"
  case dateBetween = "date_between"
  case dateDecade = "date_decade"
  case dateSeason = "date_season"
  case dateInterval = "date_interval"
  case dateIntervalOfDays = "date_interval_of_days"
  case dateFrom = "date_from"
  case dateUntil = "date_until"
  case spring
  case summer
  case autumn
  case winter
  case january
  case february
  case march
  case april
  case may
  case june
  case july
  case august
  case september
  case october
  case november
  case december
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}
