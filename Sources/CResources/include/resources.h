#pragma once
#include "heap.h"
#include <stddef.h>

/// A file that is part of the program.
struct dateline_resource {
  /// Its path below the resource folder: "templates/article.mustache".
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// The bundled theme, `Themes/broadsheet`: `dateline_theme_count` files.
const struct dateline_resource *dateline_theme_files(void);
extern const size_t dateline_theme_count;

/// The gazetteer that `recognizer gazetteer` compiled.
extern const struct dateline_resource dateline_gazetteer;

/// The outlines of countries, as `Tests/Resources/outlines.py` compiled them.
extern const struct dateline_resource dateline_outlines;

/// The model of the tagger that `recognizer train` trained.
extern const struct dateline_resource dateline_model;

/// What the preview adds to pages: its script and its stylesheet.
extern const struct dateline_resource dateline_preview_script;
extern const struct dateline_resource dateline_preview_style;
