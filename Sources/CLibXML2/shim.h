// libxml2's headers name types of Debian's ICU, which Foundation's own ICU declares otherwise: a Swift file that sees both
// does not compile. Only structures that libxml2 itself makes differ, at their ends, so the headers may do without.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
