#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QUrl;

namespace foretrail {

/// A heading of a help text and what stands below it, up to the next heading.
struct HelpSection {
    int level = 1; ///< 1: the title of the topic
    QString title;
    QString text;  ///< without mark-up
};

/// A topic and the number of a heading in it; 0 is its title.
struct HelpPlace {
    QString topic;
    int section = 0;
    bool operator==(const HelpPlace &) const = default;
};

struct HelpHit {
    HelpPlace place;
    QString title;  ///< of the topic and of the section
    QString around; ///< some words beside the first match
};

/// The texts of the help. Pages, settings and glossary are Markdown in resources/help, one file a topic and language; keys and about
/// are put together from texts of the program. Texts lie in memory: nothing here waits for a disk. GUI thread only.
///
/// What a text quotes from the window stands in **two stars**, and a test holds it against the texts of the program. A link to
/// another place is help:TOPIC or help:TOPIC#ANCHOR, where the anchor is made of the English heading, whatever the language. A
/// picture of the glossary is picture:NAME.
namespace HelpTexts {

/// In the order of the contents: the pages as in the rail, then "settings", "glossary", "keys", "about".
QStringList topics();
QString language(); ///< of the window: "en" or "zh_CN"
QString markdown(const QString &topic, const QString &language);
QList<HelpSection> sections(const QString &topic, const QString &language);
QString anchorOf(const QString &englishTitle); ///< "Hit rate" gives "hit-rate"
/// Topic empty: there is no such place.
HelpPlace placeOf(const QUrl &link);
/// Where the glossary explains a metric of core/evaluation.
QString glossaryAnchor(const QString &metric);
/// Sections that have all the words, those with one in the title first.
QList<HelpHit> find(const QString &words);

} // namespace HelpTexts
} // namespace foretrail
