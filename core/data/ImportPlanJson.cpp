#include "core/data/ImportPlan.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace foretrail {
namespace {

struct ImportPlanJsonText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportPlan) };

template <typename Value>
struct Named {
    Value value;
    const char *name;
};
constexpr std::array sourceKinds{Named<SourceKind>{SourceKind::Sales, "sales"}, Named<SourceKind>{SourceKind::Events, "events"},
                                 Named<SourceKind>{SourceKind::Series, "series"},
                                 Named<SourceKind>{SourceKind::Attributes, "attributes"}};
constexpr std::array layouts{Named<SeriesLayout>{SeriesLayout::Long, "long"}, Named<SeriesLayout>{SeriesLayout::Wide, "wide"}};
constexpr std::array formats{Named<SourceFormat>{SourceFormat::Delimited, "delimited"},
                             Named<SourceFormat>{SourceFormat::Workbook, "workbook"},
                             Named<SourceFormat>{SourceFormat::JsonLines, "json-lines"}};
constexpr std::array conflicts{Named<ConflictPolicy>{ConflictPolicy::Skip, "skip"},
                               Named<ConflictPolicy>{ConflictPolicy::Replace, "replace"},
                               Named<ConflictPolicy>{ConflictPolicy::Abort, "abort"}};
constexpr std::array duplicateRules{Named<DuplicateRule>{DuplicateRule::WholeRow, "whole-row"},
                                    Named<DuplicateRule>{DuplicateRule::KeyColumns, "key-columns"},
                                    Named<DuplicateRule>{DuplicateRule::None, "none"}};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    for (const auto &entry : names)
        if (entry.value == value)
            return QString::fromLatin1(entry.name);
    return {};
}

/// Takes values out of an object one by one, and remembers the first that is not what it should be.
class Fields {
public:
    explicit Fields(const QJsonObject &json) : m_json(json) {}

    QString text(const char *key, const QString &otherwise)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        if (value.isUndefined())
            return otherwise;
        if (!value.isString())
            blame(key, ImportPlanJsonText::tr("a text"));
        return value.toString();
    }
    bool flag(const char *key, bool otherwise)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isBool())
            blame(key, QStringLiteral("true, false"));
        return value.toBool(otherwise);
    }
    QChar sign(const char *key, QChar otherwise)
    {
        const QString value = text(key, otherwise.isNull() ? QString() : QString(otherwise));
        if (value.size() > 1)
            blame(key, ImportPlanJsonText::tr("one sign"));
        return value.isEmpty() ? QChar() : value.front();
    }
    template <typename Names, typename Value>
    Value choice(const char *key, const Names &names, Value otherwise)
    {
        const QString value = text(key, nameIn(names, otherwise));
        QStringList known;
        for (const auto &entry : names) {
            if (value == QLatin1String(entry.name))
                return entry.value;
            known.append(QString::fromLatin1(entry.name));
        }
        blame(key, known.join(QStringLiteral(", ")));
        return otherwise;
    }
    int count(const char *key, int otherwise)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        const int number = value.toInt(-1);
        if (!value.isUndefined() && number < 0)
            blame(key, ImportPlanJsonText::tr("a whole number from 0 on"));
        return value.isUndefined() || number < 0 ? otherwise : number;
    }
    QStringList texts(const char *key)
    {
        QStringList values;
        for (const QJsonArray entries = list(key); const QJsonValue &value : entries) {
            if (!value.isString())
                blame(key, ImportPlanJsonText::tr("a list of texts"));
            values.append(value.toString());
        }
        return values;
    }
    QJsonArray list(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isArray())
            blame(key, ImportPlanJsonText::tr("a list"));
        return value.toArray();
    }
    QJsonObject object(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isObject())
            blame(key, ImportPlanJsonText::tr("an object"));
        return value.toObject();
    }
    void blame(const char *key, const QString &wanted)
    {
        if (m_problem.isEmpty())
            m_problem = ImportPlanJsonText::tr("\"%1\" must be %2.").arg(QString::fromLatin1(key), wanted);
    }
    const QString &problem() const { return m_problem; }

private:
    QJsonObject m_json;
    QString m_problem;
};

QList<ColumnPlan> readColumns(Fields &fields)
{
    QList<ColumnPlan> columns;
    for (const QJsonArray entries = fields.list("columns"); const QJsonValue &value : entries) {
        const QJsonObject json = value.toObject();
        const Result<Role> role = roleFromName(json[QStringLiteral("role")].toString());
        if (!role)
            fields.blame("columns", ImportPlanJsonText::tr("a list of columns with name and role (%1)").arg(role.error().message));
        columns.append({json[QStringLiteral("name")].toString(), role.value_or(Role::Ignore), json[QStringLiteral("key")].toBool()});
    }
    return columns;
}

} // namespace

QString sourceKindName(SourceKind kind) { return nameIn(sourceKinds, kind); }

Result<SourceKind> sourceKindFromName(const QString &name)
{
    Fields fields({{QStringLiteral("kind"), name}});
    const SourceKind kind = fields.choice("kind", sourceKinds, SourceKind::Sales);
    if (!fields.problem().isEmpty())
        return fail(ErrorCode::InvalidInput, fields.problem());
    return kind;
}

QJsonObject ImportPlan::toJson() const
{
    QJsonArray roles;
    for (const ColumnPlan &column : columns) {
        QJsonObject json{{QStringLiteral("name"), column.name}, {QStringLiteral("role"), roleName(column.role)}};
        if (column.isKey)
            json[QStringLiteral("key")] = true;
        roles.append(json);
    }
    QJsonObject json{
        {QStringLiteral("kind"), sourceKindName(kind)},
        {QStringLiteral("format"), nameIn(formats, format)},
        {QStringLiteral("part"), part},
        {QStringLiteral("delimiter"), QString(QLatin1Char(delimiter))},
        {QStringLiteral("skip_rows"), skipRows},
        {QStringLiteral("header"), hasHeader},
        {QStringLiteral("encoding"), encoding},
        {QStringLiteral("decimal_sign"), QString(decimalSign)},
        {QStringLiteral("group_sign"), groupSign.isNull() ? QString() : QString(groupSign)},
        {QStringLiteral("currency"), currency},
        {QStringLiteral("null_words"), QJsonArray::fromStringList(nullWords)},
        {QStringLiteral("date_format"), dateFormat},
        {QStringLiteral("date_format_said"), isDateFormatSaid},
        {QStringLiteral("time_zone"), timeZone},
        {QStringLiteral("duplicates"), nameIn(duplicateRules, duplicates)},
        {QStringLiteral("on_conflict"), nameIn(conflicts, conflict)},
        {QStringLiteral("leave_out_non_products"), leavesOutNonProducts},
        {QStringLiteral("columns"), roles},
    };
    QJsonObject meanings;
    for (auto word = kindMeanings.begin(); word != kindMeanings.end(); ++word)
        meanings[word.key()] = word.value();
    json[QStringLiteral("kind_meanings")] = meanings;
    if (kind != SourceKind::Series)
        return json;
    json[QStringLiteral("layout")] = nameIn(layouts, layout);
    json[QStringLiteral("step")] = stepName(step);
    if (start)
        json[QStringLiteral("start")] = formatTime(*start, Step::Hour);
    return json;
}

Result<ImportPlan> ImportPlan::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    ImportPlan plan;
    plan.kind = fields.choice("kind", sourceKinds, plan.kind);
    plan.format = fields.choice("format", formats, plan.format);
    plan.part = fields.text("part", {});
    plan.delimiter = fields.sign("delimiter", QLatin1Char(plan.delimiter)).toLatin1();
    plan.skipRows = fields.count("skip_rows", plan.skipRows);
    plan.hasHeader = fields.flag("header", plan.hasHeader);
    plan.encoding = fields.text("encoding", plan.encoding);
    plan.decimalSign = fields.sign("decimal_sign", plan.decimalSign);
    plan.groupSign = fields.sign("group_sign", plan.groupSign);
    plan.currency = fields.text("currency", {});
    plan.nullWords = fields.texts("null_words");
    plan.dateFormat = fields.text("date_format", {});
    plan.isDateFormatSaid = fields.flag("date_format_said", plan.isDateFormatSaid);
    plan.timeZone = fields.text("time_zone", plan.timeZone);
    plan.duplicates = fields.choice("duplicates", duplicateRules, plan.duplicates);
    plan.conflict = fields.choice("on_conflict", conflicts, plan.conflict);
    plan.leavesOutNonProducts = fields.flag("leave_out_non_products", plan.leavesOutNonProducts);
    plan.columns = readColumns(fields);
    plan.layout = fields.choice("layout", layouts, plan.layout);
    const QJsonObject meanings = fields.object("kind_meanings");
    for (auto word = meanings.begin(); word != meanings.end(); ++word)
        plan.kindMeanings[word.key()] = word.value().toString();
    if (const QString step = fields.text("step", {}); !step.isEmpty() && step != stepName(Step::None)) {
        const Result<Step> known = stepFromName(step);
        if (!known)
            return fail(known.error());
        plan.step = *known;
    }
    if (const QString start = fields.text("start", {}); !start.isEmpty()) {
        const Result<WallMs> time = parseWallTime(start);
        if (!time)
            return fail(time.error());
        plan.start = *time;
    }
    if (!fields.problem().isEmpty())
        return fail(ErrorCode::InvalidInput, fields.problem());
    return plan;
}

} // namespace foretrail
