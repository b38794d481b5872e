#include "core/data/ImportPlan.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace foretrail {
namespace {

struct ImportPlanText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportPlan) };

struct RoleName {
    Role role;
    const char *name;
};
constexpr std::array roleNames{
    RoleName{Role::Ignore, "ignore"},     RoleName{Role::Time, "time"},         RoleName{Role::Clock, "clock"},
    RoleName{Role::User, "user"},         RoleName{Role::Item, "item"},         RoleName{Role::ItemName, "item-name"},
    RoleName{Role::Kind, "kind"},         RoleName{Role::Quantity, "quantity"}, RoleName{Role::Price, "price"},
    RoleName{Role::Amount, "amount"},     RoleName{Role::Session, "session"},   RoleName{Role::Position, "position"},
    RoleName{Role::Category, "category"}, RoleName{Role::Series, "series"},     RoleName{Role::Value, "value"},
    RoleName{Role::Attribute, "attribute"},
};

bool mayRepeat(Role role) { return role == Role::Series || role == Role::Value; }

Result<int> findColumn(const ImportPlan &plan, const QString &name)
{
    QStringList names;
    for (int i = 0; i < plan.columns.size(); ++i) {
        if (plan.columns[i].name == name)
            return i;
        names.append(plan.columns[i].name);
    }
    for (int i = 0; i < plan.columns.size(); ++i)
        if (plan.columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
            return i;
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= plan.columns.size())
        return number - 1;
    constexpr int shown = 20;
    return fail(ErrorCode::InvalidInput,
                ImportPlanText::tr("There is no column %1. The columns are: %2%3. A column can also be given by its number from 1 to %4.")
                    .arg(name, names.mid(0, shown).join(QStringLiteral(", ")),
                         names.size() > shown ? QStringLiteral(", …") : QString())
                    .arg(plan.columns.size()));
}

/// The first key stays; all else is said of it.
void keepOneKey(QList<ColumnPlan> &columns)
{
    bool hasKey = false;
    for (ColumnPlan &column : columns) {
        const bool isKey = column.role == Role::User || column.role == Role::Item || column.role == Role::Category
                        || column.role == Role::Session || column.role == Role::Series;
        if (!isKey || hasKey)
            column.role = Role::Attribute;
        hasKey = hasKey || isKey;
    }
}

struct Assignment {
    Role role = Role::Ignore;
    QString attribute;
    QString column;
};

Result<Assignment> parseAssignment(const QString &text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals <= 0 || equals == text.size() - 1)
        return fail(ErrorCode::InvalidInput, ImportPlanText::tr("\"%1\" is not of the form role=column.").arg(text));
    Assignment assignment;
    QString role = text.left(equals).trimmed();
    assignment.column = text.mid(equals + 1).trimmed();
    if (role.startsWith(QStringLiteral("attr:"))) {
        assignment.attribute = role.mid(5);
        role = QStringLiteral("attribute");
    }
    const Result<Role> found = roleFromName(role);
    if (!found)
        return fail(found.error());
    assignment.role = *found;
    return assignment;
}

} // namespace

QString roleName(Role role) { return QString::fromLatin1(roleNames.at(static_cast<size_t>(role)).name); }

Result<Role> roleFromName(const QString &name)
{
    QStringList known;
    for (const RoleName &entry : roleNames) {
        if (name.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0)
            return entry.role;
        known.append(QString::fromLatin1(entry.name));
    }
    return fail(ErrorCode::InvalidInput, ImportPlanText::tr("\"%1\" is not a role. Roles are: %2, attr:NAME.")
                                             .arg(name, known.join(QStringLiteral(", "))));
}

QList<int> ImportPlan::columnsOf(Role role) const
{
    QList<int> found;
    for (int i = 0; i < columns.size(); ++i)
        if (columns[i].role == role)
            found.append(i);
    return found;
}

int ImportPlan::columnOf(Role role) const
{
    for (int i = 0; i < columns.size(); ++i)
        if (columns[i].role == role)
            return i;
    return -1;
}

void ImportPlan::setKind(SourceKind newKind)
{
    if (newKind == kind)
        return;
    const bool wasSeries = kind == SourceKind::Series;
    kind = newKind;
    if (kind == SourceKind::Attributes)
        return keepOneKey(columns);
    if (wasSeries) {
        for (ColumnPlan &column : columns) {
            if (column.role == Role::Series)
                column.role = columnOf(Role::Item) < 0 ? Role::Item : Role::Attribute;
            else if (column.role == Role::Value)
                column.role = columnOf(Role::Amount) < 0 ? Role::Amount : Role::Ignore;
        }
    } else if (newKind == SourceKind::Series) {
        const Role measured = columnOf(Role::Value) >= 0 ? Role::Value
            : columnOf(Role::Amount) >= 0                ? Role::Amount
            : columnOf(Role::Quantity) >= 0              ? Role::Quantity
                                                         : Role::Price;
        const bool isMeasured = columnOf(measured) >= 0;
        const Role key = columnOf(Role::Item) >= 0 ? Role::Item : Role::Category;
        for (ColumnPlan &column : columns) {
            if (column.role == measured)
                column.role = Role::Value;
            else if (column.role == key || column.role == Role::Series)
                column.role = Role::Series;
            else if (column.role == Role::Ignore && !isMeasured)
                column.role = Role::Attribute; // one of these may be the value
            else if (column.role != Role::Time && column.role != Role::Clock && column.role != Role::Attribute)
                column.role = Role::Ignore;
        }
    }
}

void ImportPlan::setLayout(SeriesLayout newLayout)
{
    if (newLayout == layout)
        return;
    layout = newLayout;
    const int kept = layout == SeriesLayout::Long ? columnOf(Role::Value) : -1;
    for (int i = 0; i < columns.size(); ++i)
        if (i != kept && columns.at(i).role == Role::Value)
            columns[i].role = Role::Ignore;
}

Result<void> applyMap(ImportPlan &plan, const QStringList &assignments)
{
    ImportPlan mapped = plan;
    QList<int> said;
    for (const QString &text : assignments) {
        const Result<Assignment> assignment = parseAssignment(text);
        if (!assignment)
            return fail(assignment.error());
        const Result<int> column = findColumn(plan, assignment->column);
        if (!column)
            return fail(column.error());
        // What was guessed gives way to what is said.
        if (assignment->role != Role::Attribute && assignment->role != Role::Ignore)
            for (int i = 0; i < mapped.columns.size(); ++i)
                if (mapped.columns.at(i).role == assignment->role && (!mayRepeat(assignment->role) || !said.contains(i)))
                    mapped.columns[i].role = Role::Ignore;
        mapped.columns[*column].role = assignment->role;
        if (!assignment->attribute.isEmpty())
            mapped.columns[*column].name = assignment->attribute;
        said.append(*column);
    }
    plan = mapped;
    return {};
}

Result<void> applyKeys(ImportPlan &plan, const QStringList &columns)
{
    ImportPlan keyed = plan;
    for (ColumnPlan &column : keyed.columns)
        column.isKey = false;
    for (const QString &text : columns) {
        const Result<int> column = findColumn(plan, text.trimmed());
        if (!column)
            return fail(column.error());
        keyed.columns[*column].isKey = true;
    }
    keyed.duplicates = DuplicateRule::KeyColumns;
    plan = keyed;
    return {};
}

int ImportPreview::unreadableRows() const
{
    QSet<int> bad;
    for (const Problem &problem : problems)
        bad.insert(problem.row);
    return int(bad.size());
}

} // namespace foretrail
