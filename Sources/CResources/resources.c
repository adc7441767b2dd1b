// The resources of the program, embedded: nothing needs to lie beside it.
// A new file of the bundled theme needs a place in both lists below.
#include "resources.h"

static const unsigned char gazetteer[] = {
#embed "gazetteer.bin" suffix(, ) if_empty()
    0};
const struct dateline_resource dateline_gazetteer = {"gazetteer.bin", gazetteer, sizeof gazetteer - 1};

static const unsigned char outlines[] = {
#embed "outlines.bin" suffix(, ) if_empty()
    0};
const struct dateline_resource dateline_outlines = {"outlines.bin", outlines, sizeof outlines - 1};

static const unsigned char model[] = {
#embed "model.bin" suffix(, ) if_empty()
    0};
const struct dateline_resource dateline_model = {"model.bin", model, sizeof model - 1};

static const unsigned char preview_js[] = {
#embed "../Preview/Client/preview.js" suffix(, ) if_empty()
    0};
const struct dateline_resource dateline_preview_script = {"preview.js", preview_js, sizeof preview_js - 1};

static const unsigned char preview_css[] = {
#embed "../Preview/Client/preview.css" suffix(, ) if_empty()
    0};
const struct dateline_resource dateline_preview_style = {"preview.css", preview_css, sizeof preview_css - 1};

// Each ends with a zero that is not part of the file: an array may not be empty.
static const unsigned char theme_yml[] = {
#embed "../../Themes/broadsheet/theme.yml" suffix(, ) if_empty()
    0};
static const unsigned char broadsheet_css[] = {
#embed "../../Themes/broadsheet/assets/broadsheet.css" suffix(, ) if_empty()
    0};
static const unsigned char search_css[] = {
#embed "../../Themes/broadsheet/assets/search.css" suffix(, ) if_empty()
    0};
static const unsigned char search_engine_js[] = {
#embed "../../Themes/broadsheet/assets/search-engine.js" suffix(, ) if_empty()
    0};
static const unsigned char search_phrases_js[] = {
#embed "../../Themes/broadsheet/assets/search-phrases.js" suffix(, ) if_empty()
    0};
static const unsigned char search_js[] = {
#embed "../../Themes/broadsheet/assets/search.js" suffix(, ) if_empty()
    0};
static const unsigned char article_mustache[] = {
#embed "../../Themes/broadsheet/templates/article.mustache" suffix(, ) if_empty()
    0};
static const unsigned char contact_mustache[] = {
#embed "../../Themes/broadsheet/templates/contact.mustache" suffix(, ) if_empty()
    0};
static const unsigned char correction_mustache[] = {
#embed "../../Themes/broadsheet/templates/correction.mustache" suffix(, ) if_empty()
    0};
static const unsigned char date_mustache[] = {
#embed "../../Themes/broadsheet/templates/date.mustache" suffix(, ) if_empty()
    0};
static const unsigned char entity_mustache[] = {
#embed "../../Themes/broadsheet/templates/entity.mustache" suffix(, ) if_empty()
    0};
static const unsigned char front_mustache[] = {
#embed "../../Themes/broadsheet/templates/front.mustache" suffix(, ) if_empty()
    0};
static const unsigned char index_mustache[] = {
#embed "../../Themes/broadsheet/templates/index.mustache" suffix(, ) if_empty()
    0};
static const unsigned char item_mustache[] = {
#embed "../../Themes/broadsheet/templates/item.mustache" suffix(, ) if_empty()
    0};
static const unsigned char layout_mustache[] = {
#embed "../../Themes/broadsheet/templates/layout.mustache" suffix(, ) if_empty()
    0};
static const unsigned char list_mustache[] = {
#embed "../../Themes/broadsheet/templates/list.mustache" suffix(, ) if_empty()
    0};
static const unsigned char chart_mustache[] = {
#embed "../../Themes/broadsheet/templates/chart.mustache" suffix(, ) if_empty()
    0};
static const unsigned char map_mustache[] = {
#embed "../../Themes/broadsheet/templates/map.mustache" suffix(, ) if_empty()
    0};
static const unsigned char map_figure_mustache[] = {
#embed "../../Themes/broadsheet/templates/map-figure.mustache" suffix(, ) if_empty()
    0};
static const unsigned char name_mustache[] = {
#embed "../../Themes/broadsheet/templates/name.mustache" suffix(, ) if_empty()
    0};
static const unsigned char name_group_mustache[] = {
#embed "../../Themes/broadsheet/templates/name-group.mustache" suffix(, ) if_empty()
    0};
static const unsigned char namesakes_mustache[] = {
#embed "../../Themes/broadsheet/templates/namesakes.mustache" suffix(, ) if_empty()
    0};
static const unsigned char names_mustache[] = {
#embed "../../Themes/broadsheet/templates/names.mustache" suffix(, ) if_empty()
    0};
static const unsigned char pager_mustache[] = {
#embed "../../Themes/broadsheet/templates/pager.mustache" suffix(, ) if_empty()
    0};
static const unsigned char redirect_mustache[] = {
#embed "../../Themes/broadsheet/templates/redirect.mustache" suffix(, ) if_empty()
    0};
static const unsigned char search_mustache[] = {
#embed "../../Themes/broadsheet/templates/search.mustache" suffix(, ) if_empty()
    0};
static const unsigned char text_mustache[] = {
#embed "../../Themes/broadsheet/templates/text.mustache" suffix(, ) if_empty()
    0};
static const unsigned char withdrawn_mustache[] = {
#embed "../../Themes/broadsheet/templates/withdrawn.mustache" suffix(, ) if_empty()
    0};

#define THEME(path, bytes) {path, bytes, sizeof bytes - 1}
static const struct dateline_resource theme[] = {
    THEME("theme.yml", theme_yml),
    THEME("assets/broadsheet.css", broadsheet_css),
    THEME("assets/search.css", search_css),
    THEME("assets/search-engine.js", search_engine_js),
    THEME("assets/search-phrases.js", search_phrases_js),
    THEME("assets/search.js", search_js),
    THEME("templates/article.mustache", article_mustache),
    THEME("templates/contact.mustache", contact_mustache),
    THEME("templates/correction.mustache", correction_mustache),
    THEME("templates/date.mustache", date_mustache),
    THEME("templates/entity.mustache", entity_mustache),
    THEME("templates/front.mustache", front_mustache),
    THEME("templates/index.mustache", index_mustache),
    THEME("templates/item.mustache", item_mustache),
    THEME("templates/layout.mustache", layout_mustache),
    THEME("templates/list.mustache", list_mustache),
    THEME("templates/chart.mustache", chart_mustache),
    THEME("templates/map.mustache", map_mustache),
    THEME("templates/map-figure.mustache", map_figure_mustache),
    THEME("templates/name.mustache", name_mustache),
    THEME("templates/name-group.mustache", name_group_mustache),
    THEME("templates/names.mustache", names_mustache),
    THEME("templates/namesakes.mustache", namesakes_mustache),
    THEME("templates/pager.mustache", pager_mustache),
    THEME("templates/redirect.mustache", redirect_mustache),
    THEME("templates/search.mustache", search_mustache),
    THEME("templates/text.mustache", text_mustache),
    THEME("templates/withdrawn.mustache", withdrawn_mustache),
};
const size_t dateline_theme_count = sizeof theme / sizeof theme[0];
const struct dateline_resource *dateline_theme_files(void) { return theme; }
