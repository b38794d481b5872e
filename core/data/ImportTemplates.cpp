#include "core/data/ImportTemplates.h"

#include "core/base/OutputFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace foretrail {
namespace {

struct ImportTemplatesText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportTemplates) };

const QString &formatName()
{
    static const QString name = QStringLiteral("foretrail-import-template");
    return name;
}

Error noTemplate(const QString &path, const QString &why)
{
    return Error{ErrorCode::Format, ImportTemplatesText::tr("%1 is not a template of import settings: %2").arg(QFileInfo(path).fileName(), why), {}};
}

/// How headers are compared: two exports of one system differ in case and spaces at most.
QString simplified(const QString &name) { return name.simplified().toLower(); }

/// The same columns in the same order; an attribute may have been given a name of its own.
bool isSameTable(const ImportPlan &plan, const ImportPlan &saved)
{
    return std::ranges::equal(plan.columns, saved.columns, [](const ColumnPlan &column, const ColumnPlan &wanted) {
        return wanted.role == Role::Attribute || simplified(column.name) == simplified(wanted.name);
    });
}

/// Columns of the saved plan by name; without headers by place, which only files of the same width have in common.
Result<QList<ColumnPlan>> matched(const ImportPlan &plan, const ImportPlan &saved)
{
    if (plan.hasHeader == saved.hasHeader && isSameTable(plan, saved))
        return saved.columns;
    QList<ColumnPlan> columns = plan.columns;
    if (!saved.hasHeader || !plan.hasHeader) {
        if (columns.size() != saved.columns.size())
            return fail(ErrorCode::InvalidInput, ImportTemplatesText::tr("The template is for files with %1 columns; this one has %2.")
                                                     .arg(saved.columns.size()).arg(columns.size()));
        return saved.columns;
    }
    for (ColumnPlan &column : columns)
        column.role = Role::Ignore;
    for (const ColumnPlan &wanted : saved.columns) {
        if (wanted.role == Role::Ignore)
            continue;
        const auto found = std::ranges::find_if(columns, [&wanted](const ColumnPlan &column) {
            return simplified(column.name) == simplified(wanted.name);
        });
        if (found == columns.end())
            return fail(ErrorCode::InvalidInput,
                        ImportTemplatesText::tr("The template needs a column %1 (%2), which this file does not have.").arg(wanted.name, roleName(wanted.role)));
        found->role = wanted.role;
        found->isKey = wanted.isKey;
    }
    return columns;
}

} // namespace

QString ImportTemplates::fileOf(const QStringList &header, bool hasHeader) const
{
    QStringList names;
    for (const QString &name : header)
        names.append(simplified(name));
    const QString shape = hasHeader ? names.join(QChar(0x1f)) : QString::number(header.size());
    const QByteArray hash = QCryptographicHash::hash(shape.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QDir(m_folder).filePath(QString::fromLatin1(hash) + QStringLiteral(".json"));
}

std::optional<ImportTemplates::Template> ImportTemplates::find(const QStringList &header, bool hasHeader) const
{
    const QString path = fileOf(header, hasHeader);
    if (!QFile::exists(path))
        return {};
    // A template that was damaged is as good as none; the next import writes it anew.
    const Result<Template> found = read(path);
    return found ? std::optional<Template>(*found) : std::nullopt;
}

Result<void> ImportTemplates::save(const QString &name, const QStringList &header, const ImportPlan &plan) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::Io, ImportTemplatesText::tr("%1 could not be made, so the settings of this import are not kept.").arg(m_folder));
    return write(fileOf(header, plan.hasHeader), {name, plan});
}

Result<void> ImportTemplates::remove(const QStringList &header, bool hasHeader) const
{
    const QString path = fileOf(header, hasHeader);
    if (QFile::exists(path) && !QFile::remove(path))
        return fail(ErrorCode::Io, ImportTemplatesText::tr("%1 could not be removed.").arg(path));
    return {};
}

Result<ImportTemplates::Template> ImportTemplates::read(const QString &path)
{
    constexpr qint64 longest = 16 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::Permission : ErrorCode::NotFound,
                    ImportTemplatesText::tr("%1 cannot be opened: %2").arg(path, file.errorString()));
    if (file.size() > longest)
        return fail(noTemplate(path, ImportTemplatesText::tr("it is too long.")));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(noTemplate(path, ImportTemplatesText::tr("byte %1: %2.").arg(problem.offset).arg(problem.errorString())));
    const QJsonObject json = document.object();
    if (json[QStringLiteral("format")].toString() != formatName())
        return fail(noTemplate(path, ImportTemplatesText::tr("\"format\" must be \"%1\".").arg(formatName())));
    const Result<ImportPlan> plan = ImportPlan::fromJson(json[QStringLiteral("plan")].toObject());
    if (!plan)
        return fail(noTemplate(path, plan.error().message));
    if (plan->columns.isEmpty())
        return fail(noTemplate(path, ImportTemplatesText::tr("\"columns\" must not be empty.")));
    return Template{json[QStringLiteral("name")].toString(), *plan};
}

Result<void> ImportTemplates::write(const QString &path, const Template &saved)
{
    const QJsonObject json{{QStringLiteral("format"), formatName()},
                           {QStringLiteral("version"), 1},
                           {QStringLiteral("name"), saved.name},
                           {QStringLiteral("plan"), saved.plan.toJson()}};
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return fail(file.error());
    file->write(QJsonDocument(json).toJson());
    return file->commit();
}

Result<void> applyTemplate(ImportPlan &plan, const ImportPlan &saved)
{
    Result<QList<ColumnPlan>> columns = matched(plan, saved);
    if (!columns)
        return fail(columns.error());
    ImportPlan applied = saved;
    applied.columns = std::move(*columns);
    applied.format = plan.format;
    applied.part = plan.part;
    applied.delimiter = plan.delimiter;
    applied.encoding = plan.encoding;
    applied.skipRows = plan.skipRows;
    applied.hasHeader = plan.hasHeader;
    for (auto word = plan.kindMeanings.begin(); word != plan.kindMeanings.end(); ++word)
        if (!applied.kindMeanings.contains(word.key()))
            applied.kindMeanings[word.key()] = word.value();
    applied.isDateFormatSaid = !saved.dateFormat.isEmpty();
    plan = std::move(applied);
    return {};
}

} // namespace foretrail
