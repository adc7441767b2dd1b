// The resources of the program, embedded: nothing needs to lie beside it.
// A new file of the bundled theme needs two lines here, one a table.
#include "resources.h"

static const unsigned char gazetteer[] = {
#embed "gazetteer.bin" suffix(, ) if_empty()
    0};
const struct dateline_resource dateline_gazetteer = {"gazetteer.bin", gazetteer, sizeof gazetteer - 1};

static const unsigned char theme_css[] = {
#embed "../../Themes/broadsheet/assets/broadsheet.css" suffix(, ) if_empty()
    0};

const struct dateline_resource dateline_theme[] = {
    {"assets/broadsheet.css", theme_css, sizeof theme_css - 1},
};
const size_t dateline_theme_count = sizeof dateline_theme / sizeof dateline_theme[0];
