#include "ui/help/HelpTexts.h"

#include "ui/help/HelpKeys.h"
#include "ui/pages/Pages.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

// Outside every namespace, since the macro declares a function.
static void initHelpTexts()
{
    Q_INIT_RESOURCE(foretrail_help);
}

namespace foretrail {

namespace {

constexpr QLatin1String keysTopic("keys"), aboutTopic("about");

bool isWrittenInCode(const QString &topic) { return topic == keysTopic || topic == aboutTopic; }

QString storedMarkdown(const QString &topic, const QString &language)
{
    initHelpTexts();
    QFile file(QStringLiteral(":/foretrail/help/%1/%2.md").arg(language, topic));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A line as a person reads it.
QString plainLine(QString line)
{
    static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)")), link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)")),
        rule(QStringLiteral("^[|\\s:-]+$")), marker(QStringLiteral("^\\s*(-|\\d+\\.)\\s+")), marks(QStringLiteral("\\*\\*|`"));
    if (rule.match(line).hasMatch())
        return {};
    line.remove(picture).replace(link, QStringLiteral("\\1")).remove(marker).remove(marks);
    return line.replace(QLatin1Char('|'), QLatin1Char(' ')).simplified();
}

QList<HelpSection> parsedSections(const QString &markdown)
{
    static const QRegularExpression heading(QStringLiteral("^(#{1,6})\\s+(.*)$"));
    QList<HelpSection> sections;
    for (const QString &line : markdown.split(QLatin1Char('\n'))) {
        if (const auto match = heading.match(line); match.hasMatch())
            sections.append({int(match.capturedLength(1)), plainLine(match.captured(2)), {}});
        else if (const QString plain = plainLine(line); !plain.isEmpty() && !sections.isEmpty())
            sections.back().text += plain + QLatin1Char(' ');
    }
    return sections;
}

/// The first of the words with what stands beside it.
QString wordsAround(const QString &text, const QStringList &words)
{
    constexpr qsizetype before = 24, length = 90;
    qsizetype at = 0;
    for (const QString &word : words)
        if (const qsizetype found = text.indexOf(word, 0, Qt::CaseInsensitive); found >= 0) {
            at = found;
            break;
        }
    const qsizetype from = std::max<qsizetype>(0, at - before);
    const QString piece = text.mid(from, length).trimmed();
    return (from > 0 ? QStringLiteral("…") : QString()) + piece + (from + length < text.size() ? QStringLiteral("…") : QString());
}

} // namespace

QStringList HelpTexts::topics()
{
    QStringList names;
    for (const PageKind &kind : pageKinds())
        names << kind.name;
    return names << QStringLiteral("settings") << QStringLiteral("glossary") << keysTopic << aboutTopic;
}

QString HelpTexts::language()
{
    return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QString HelpTexts::markdown(const QString &topic, const QString &language)
{
    return topic == keysTopic ? keysMarkdown() : topic == aboutTopic ? aboutMarkdown() : storedMarkdown(topic, language);
}

QList<HelpSection> HelpTexts::sections(const QString &topic, const QString &language)
{
    if (isWrittenInCode(topic))
        return parsedSections(markdown(topic, language));
    static QHash<QString, QList<HelpSection>> known;
    QList<HelpSection> &sections = known[language + QLatin1Char('/') + topic];
    if (sections.isEmpty())
        sections = parsedSections(markdown(topic, language));
    return sections;
}

QString HelpTexts::anchorOf(const QString &englishTitle)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+")), ends(QStringLiteral("^-|-$"));
    return englishTitle.toLower().replace(others, QStringLiteral("-")).remove(ends);
}

HelpPlace HelpTexts::placeOf(const QUrl &link)
{
    const QString topic = link.path();
    if (link.scheme() != QStringLiteral("help") || !topics().contains(topic))
        return {};
    if (!link.hasFragment())
        return {topic, 0};
    const QList<HelpSection> there = sections(topic, QStringLiteral("en"));
    const auto at = std::find_if(there.begin(), there.end(), [&](const HelpSection &one) { return anchorOf(one.title) == link.fragment(); });
    return at == there.end() ? HelpPlace() : HelpPlace{topic, int(at - there.begin())};
}

QString HelpTexts::glossaryAnchor(const QString &metric)
{
    static const QHash<QString, QString> others{
        {QStringLiteral("winkler"), QStringLiteral("interval-score")}, {QStringLiteral("pinball"), QStringLiteral("pinball-loss")}};
    static const QRegularExpression level(QStringLiteral("[0-9.]+$"));
    const QString name = metric.toLower().remove(level);
    return others.value(name, name);
}

QList<HelpHit> HelpTexts::find(const QString &words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<HelpHit> titles, texts;
    if (wanted.isEmpty())
        return titles;
    const QString spoken = language();
    for (const QString &topic : topics()) {
        const QList<HelpSection> all = sections(topic, spoken);
        for (int i = 0; i < all.size(); ++i) {
            const auto has = [](const QString &text) { return [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }; };
            const HelpSection &one = all[i];
            const QString title = i == 0 ? one.title : QStringLiteral("%1 › %2").arg(all.front().title, one.title);
            const HelpHit hit{{topic, i}, title, wordsAround(one.text, wanted)};
            if (std::all_of(wanted.begin(), wanted.end(), has(one.title)))
                titles << hit;
            else if (const QString both = one.title + QLatin1Char(' ') + one.text; std::all_of(wanted.begin(), wanted.end(), has(both)))
                texts << hit;
        }
    }
    return titles + texts;
}

} // namespace foretrail
