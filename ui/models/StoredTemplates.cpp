#include "ui/models/StoredTemplates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace foretrail::StoredTemplates {

namespace {

struct StoredTemplatesText {
    Q_DECLARE_TR_FUNCTIONS(StoredTemplates)
};

QStringList namesOf(const ImportPlan &plan)
{
    QStringList names;
    for (const ColumnPlan &column : plan.columns)
        names << column.name;
    return names;
}

} // namespace

QList<StoredTemplate> list(const QString &folder)
{
    QList<StoredTemplate> templates;
    for (const QFileInfo &file : QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time))
        if (Result<ImportTemplates::Template> one = ImportTemplates::read(file.filePath()))
            templates.append({file.filePath(), one->name, file.lastModified(), std::move(one->plan)});
    return templates;
}

QDateTime savedOn(const QString &folder, const ImportTemplates::Template &one)
{
    for (const StoredTemplate &stored : list(folder))
        if (stored.name == one.name && namesOf(stored.plan) == namesOf(one.plan))
            return stored.saved;
    return {};
}

Result<void> remove(const QString &path)
{
    QFile file(path);
    if (file.remove())
        return {};
    return fail(ErrorCode::Permission, StoredTemplatesText::tr("The template %1 cannot be deleted: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace foretrail::StoredTemplates
