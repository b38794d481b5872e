#include "core/data/DuplicateRules.h"

#include "core/data/ImportPlan.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct DuplicateRulesText { Q_DECLARE_TR_FUNCTIONS(foretrail::DuplicateRules) };

/// What a plan compares, as a text: columns mean the same by their role, attributes by their name.
QString comparedBy(const ImportPlan &plan)
{
    if (plan.duplicates != DuplicateRule::KeyColumns)
        return {};
    QStringList keys;
    for (const ColumnPlan &column : plan.columns)
        if (column.isKey)
            keys.append(column.role == Role::Attribute || column.role == Role::Ignore ? column.name : roleName(column.role));
    keys.sort();
    return keys.join(QLatin1Char('\n'));
}

} // namespace

QString otherRulesNote(Connection &connection, qint64 import, const QJsonObject &plan)
{
    const Result<ImportPlan> own = ImportPlan::fromJson(plan);
    if (!own || own->columns.isEmpty() || own->duplicates == DuplicateRule::None)
        return {};
    constexpr qsizetype most = 5;
    QStringList others;
    Statement rows = connection.prepare("SELECT id, plan FROM imports WHERE undone IS NULL AND events > 0 AND id <> ?1 ORDER BY id");
    rows.bind(1, import);
    while (others.size() <= most && rows.step()) {
        const Result<ImportPlan> other = ImportPlan::fromJson(QJsonDocument::fromJson(rows.text(1).toUtf8()).object());
        if (other && !other->columns.isEmpty() && other->duplicates != DuplicateRule::None && comparedBy(*other) != comparedBy(*own))
            others.append(others.size() < most ? rows.text(0) : QStringLiteral("…"));
    }
    if (others.isEmpty())
        return {};
    return DuplicateRulesText::tr("Rows were told apart by other columns in import %1, so rows that are there from it are not recognised as duplicates.")
        .arg(others.join(QStringLiteral(", ")));
}

} // namespace foretrail
