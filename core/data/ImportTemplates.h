#pragma once

#include "core/data/ImportPlan.h"

namespace foretrail {

/// Settings of imports kept for the next file of the same shape: one JSON file each, in one folder. The newest import of a
/// shape wins. Any thread.
class ImportTemplates {
public:
    explicit ImportTemplates(QString folder) : m_folder(std::move(folder)) {}

    struct Template {
        QString name;        ///< of the file that it comes from
        ImportPlan plan;
    };
    /// The template for files with this header (names in order; without a header the number of columns), if there is one.
    std::optional<Template> find(const QStringList &header, bool hasHeader) const;
    Result<void> save(const QString &name, const QStringList &header, const ImportPlan &plan) const;
    Result<void> remove(const QStringList &header, bool hasHeader) const;

    static Result<Template> read(const QString &path); ///< Format, with the place named, for what is no template
    static Result<void> write(const QString &path, const Template &saved);

private:
    QString fileOf(const QStringList &header, bool hasHeader) const;
    QString m_folder;
};

/// A template's choices on a plan guessed for a file with the same columns: roles, dates, signs, meanings, duplicates.
/// Encoding, delimiter, part and the lines above the header stay those of the file. InvalidInput when a column that matters is missing.
Result<void> applyTemplate(ImportPlan &plan, const ImportPlan &saved);

} // namespace foretrail
