#include "core/data/ImportGroup.h"

#include "core/data/Import.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct ImportGroupText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportGroup) };

constexpr qsizetype mostNamed = 3;

/// Each note once, with the files that it is about where those are not all.
QStringList notesOf(const QList<ImportReport> &imports)
{
    QStringList order;
    QHash<QString, QStringList> files;
    for (const ImportReport &report : imports) {
        const QStringList counted = standBackNotes(report.standBack); // these are added up
        for (const QString &note : report.notes) {
            if (counted.contains(note))
                continue;
            if (!files.contains(note))
                order.append(note);
            files[note].append(shownFile(report));
        }
    }
    QStringList notes;
    for (const QString &note : std::as_const(order)) {
        const QStringList &named = files[note];
        QString names = named.mid(0, mostNamed).join(QStringLiteral(", "));
        if (named.size() > mostNamed)
            names = ImportGroupText::tr("%1 and %2 more", "names of files").arg(names, QLocale().toString(named.size() - mostNamed));
        notes.append(named.size() == imports.size() ? note : ImportGroupText::tr("%1: %2", "names of files, what is said of them").arg(names, note));
    }
    return notes;
}

} // namespace

QStringList standBackNotes(const QMap<qint64, qint64> &standBack)
{
    QStringList notes;
    for (auto one = standBack.begin(); one != standBack.end(); ++one)
        notes.append(ImportGroupText::tr("%1 of its rows stand back: import %2 has others in their place.")
                         .arg(QLocale().toString(one.value())).arg(one.key()));
    return notes;
}

QString shownFile(const ImportReport &report)
{
    return SourceFile{report.file, report.part}.shown();
}

int ImportGroup::undone() const
{
    return int(std::ranges::count_if(imports, [](const ImportReport &report) { return report.undone.has_value(); }));
}

QList<qint64> ImportGroup::importIds() const
{
    QList<qint64> ids;
    for (const ImportReport &report : imports)
        ids.append(report.importId);
    return ids;
}

ImportReport ImportGroup::total() const
{
    if (isSingle())
        return imports.front();
    ImportReport sum;
    sum.group = id;
    if (imports.isEmpty())
        return sum;
    sum.started = imports.front().started;
    sum.kind = imports.front().kind;
    for (const ImportReport &report : imports) {
        sum.addCounts(report);
        for (auto one = report.standBack.begin(); one != report.standBack.end(); ++one)
            sum.standBack[one.key()] += one.value();
        if (report.kind != sum.kind)
            sum.kind.clear();
        if (isUndone())
            sum.undone = std::max(sum.undone.value_or(*report.undone), *report.undone);
    }
    sum.notes = standBackNotes(sum.standBack) + notesOf(imports);
    return sum;
}

QJsonObject ImportGroup::toJson() const
{
    const ImportReport sum = total();
    QJsonObject json = sum.toJson();
    for (const char *ofOne : {"import", "file", "part"})
        json.remove(QLatin1String(ofOne));
    QJsonArray ids;
    for (const qint64 import : importIds())
        ids.append(import);
    json.insert(QStringLiteral("imports"), ids);
    json.insert(QStringLiteral("started"), sum.started.toString(Qt::ISODate));
    json.insert(QStringLiteral("taken_back"), undone());
    json.insert(QStringLiteral("undone"), sum.undone ? QJsonValue(sum.undone->toString(Qt::ISODate)) : QJsonValue());
    return json;
}

QList<ImportGroup> groupsOf(const QList<ImportReport> &imports)
{
    QList<ImportGroup> groups;
    QHash<qint64, qsizetype> at;
    for (const ImportReport &report : imports) {
        if (!at.contains(report.group)) {
            at.insert(report.group, groups.size());
            groups.append(ImportGroup{report.group, {}});
        }
        groups[at.value(report.group)].imports.prepend(report);
    }
    return groups;
}

} // namespace foretrail
