#include "core/data/ImportSources.h"

#include "core/data/import/SheetRows.h"
#include "core/data/import/SourceShape.h"
#include "core/data/import/ZipMembers.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace foretrail {
namespace {

struct ImportSourcesText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportSources) };

constexpr int mostFiles = 10'000;

class Search {
public:
    explicit Search(JobContext &job) : m_job(job) {}

    Result<void> look(const QString &path)
    {
        const QFileInfo info(path);
        if (!info.exists())
            return fail(ErrorCode::NotFound, ImportSourcesText::tr("There is no file or folder %1. Check its name and place.").arg(path));
        if (!info.isReadable())
            return fail(ErrorCode::Permission, ImportSourcesText::tr("%1 cannot be read. Check who may read it.").arg(path));
        return info.isDir() ? lookInFolder(path) : lookInFile(path);
    }
    QList<SourceFile> take() { return std::move(m_found); }

private:
    Result<void> lookInFolder(const QString &folder)
    {
        QStringList files, empty;
        QDirIterator entries(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString file = entries.next();
            if (m_job.stopRequested())
                return fail(Error::cancelled());
            if (mayBeTable(QDir(folder).relativeFilePath(file)))
                (entries.fileInfo().size() > 0 ? files : empty).append(file);
            if (files.size() + empty.size() > mostFiles)
                return fail(ErrorCode::InvalidInput, ImportSourcesText::tr("%1 holds more than %2 files. Choose a folder further inside.").arg(folder).arg(mostFiles));
        }
        std::ranges::sort(files);
        std::ranges::sort(empty);
        const qsizetype before = m_found.size();
        for (const QString &file : files) {
            const Result<void> looked = lookInFile(file);
            if (!looked && looked.error().isCancelled())
                return looked;
            // What cannot be opened is imported with its own message rather than left out in silence.
            if (!looked && looked.error().code != ErrorCode::InvalidInput)
                add({file, {}});
        }
        for (const QString &file : empty) // last: others are to be looked at first
            add({file, {}});
        if (m_found.size() == before)
            return fail(ErrorCode::InvalidInput, ImportSourcesText::tr("%1 holds no tables such as CSV files, workbooks or JSON lines.").arg(folder));
        return {};
    }

    Result<void> lookInFile(const QString &path)
    {
        const Result<SourceShape> shape = sniffFormat(path, {}, m_job);
        if (!shape)
            return fail(shape.error());
        QStringList parts = shape->parts;
        if (shape->format == SourceFormat::Workbook && parts.size() > 1) {
            Result<QStringList> filled = sheetsWithRows(path, parts);
            if (!filled)
                return fail(filled.error());
            parts = *filled;
        }
        // One that is the only or the first to choose from needs no name.
        if (parts.isEmpty() || (parts.size() == 1 && parts.front() == shape->parts.front()))
            parts = QStringList{QString()};
        for (const QString &part : parts)
            add({path, part});
        return {};
    }

    Result<QStringList> sheetsWithRows(const QString &path, const QStringList &sheets)
    {
        QStringList filled;
        ImportPlan plan;
        plan.format = SourceFormat::Workbook;
        for (const QString &sheet : sheets) {
            plan.part = sheet;
            Record record;
            const Result<std::unique_ptr<RecordSource>> rows = RecordSource::open(path, plan, &m_job);
            const Result<bool> first = rows ? (*rows)->next(record) : fail(rows.error());
            if (!first)
                return fail(first.error());
            if (*first)
                filled.append(sheet);
        }
        return filled;
    }

    void add(const SourceFile &file) { m_found.append(file); }

    JobContext &m_job;
    QList<SourceFile> m_found;
};

} // namespace

QString SourceFile::shown() const
{
    const QString name = QFileInfo(path).fileName();
    return part.isEmpty() ? name : name + QStringLiteral(" › ") + part;
}

Result<QList<SourceFile>> findSources(const QStringList &paths, JobContext &job)
{
    Search search(job);
    for (const QString &path : paths)
        if (Result<void> looked = search.look(path); !looked)
            return fail(looked.error());
    return search.take();
}

} // namespace foretrail
