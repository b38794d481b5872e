#include "ui/report/ExportPack.h"

#include "core/base/OutputFile.h"
#include "ui/charts/TableDialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {

namespace {

struct ExportPackText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ExportPack)
};

struct MadeFile {
    QString path;
    QByteArray bytes;
};

Result<QList<MadeFile>> madeFiles(const HandedForecast &forecast, const ExportChoice &choice, JobContext &job, const ReportMaker &report)
{
    QList<MadeFile> made;
    const QStringList paths = choice.paths();
    for (qsizetype i = 0; i < choice.formats.size(); ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(i, choice.formats.size() + 1, choice.formats[i].toUpper());
        Result<QByteArray> bytes = renderForecast(forecast, choice.formats[i]);
        if (!bytes)
            return fail(bytes.error());
        made.append({paths[i], std::move(*bytes)});
    }
    if (choice.withReport && report) {
        JobContext part = job.part(1, 4, 5, ExportPackText::tr("Making a report"));
        Result<QByteArray> bytes = report(part);
        if (!bytes)
            return fail(bytes.error());
        made.append({paths.back(), std::move(*bytes)});
    }
    return made;
}

/// Every byte lies beside its place before the first file gets its name.
Result<void> commitTogether(const QList<MadeFile> &made)
{
    std::vector<OutputFile> files;
    for (const MadeFile &one : made) {
        Result<OutputFile> file = OutputFile::open(one.path);
        if (!file)
            return fail(file.error());
        file->write(one.bytes);
        if (const Result<void> written = file->flush(); !written)
            return written;
        files.push_back(std::move(*file));
    }
    for (OutputFile &file : files)
        if (const Result<void> committed = file.commit(); !committed)
            return committed;
    return {};
}

double numberWithin(const QJsonValue &value, double least, double most, double usual)
{
    const double number = value.toDouble(usual);
    return number >= least && number <= most ? number : usual;
}

} // namespace

QStringList ExportChoice::allFormats() { return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("xlsx"), QStringLiteral("csv")}; }

QStringList ExportChoice::paths() const
{
    QStringList paths;
    for (const QString &format : formats)
        paths << QDir(folder).filePath(QStringLiteral("%1.%2").arg(name.trimmed(), format));
    if (withReport)
        paths << QDir(folder).filePath(QStringLiteral("%1-report.pdf").arg(name.trimmed()));
    return paths;
}

bool ExportChoice::isComplete() const
{
    const bool hasPlace = !folder.trimmed().isEmpty() && !name.trimmed().isEmpty() && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'));
    return formats.isEmpty() && !withReport ? copiesPicture || copiesNumbers : hasPlace;
}

QJsonObject ExportChoice::toJson() const
{
    return {{QStringLiteral("formats"), QJsonArray::fromStringList(formats)}, {QStringLiteral("copiesPicture"), copiesPicture},
            {QStringLiteral("copiesNumbers"), copiesNumbers}, {QStringLiteral("report"), withReport}, {QStringLiteral("width"), size.width}, {QStringLiteral("height"), size.height},
            {QStringLiteral("dpi"), size.dpi}, {QStringLiteral("folder"), folder}};
}

ExportChoice ExportChoice::fromJson(const QJsonObject &json)
{
    ExportChoice choice;
    if (json.contains(QStringLiteral("formats"))) {
        const QJsonArray named = json[QStringLiteral("formats")].toArray();
        choice.formats.clear();
        for (const QString &format : allFormats())
            if (named.contains(format))
                choice.formats << format;
    }
    choice.copiesPicture = json[QStringLiteral("copiesPicture")].toBool();
    choice.copiesNumbers = json[QStringLiteral("copiesNumbers")].toBool();
    choice.withReport = json[QStringLiteral("report")].toBool(true);
    choice.size.width = numberWithin(json[QStringLiteral("width")], PictureSize::least, PictureSize::most, choice.size.width);
    choice.size.height = numberWithin(json[QStringLiteral("height")], PictureSize::least, PictureSize::most, choice.size.height);
    choice.size.dpi = int(numberWithin(json[QStringLiteral("dpi")], PictureSize::leastDpi, PictureSize::mostDpi, choice.size.dpi));
    choice.folder = json[QStringLiteral("folder")].toString();
    return choice;
}

QStringList existingOf(const QStringList &paths)
{
    QStringList existing;
    for (const QString &path : paths)
        if (QFileInfo::exists(path))
            existing << path;
    return existing;
}

Result<ExportedPack> writePack(const ShownForecast &shown, ChartSpan span, const ExportChoice &choice, const QStringList &replaceable, JobContext &job, const ReportMaker &report)
{
    const HandedForecast forecast{shown.outcome, shown.spec, shown.provenance, shown.chart, span, choice.size, shown.adjustments.forecast};
    const Result<QList<MadeFile>> made = madeFiles(forecast, choice, job, report);
    if (!made)
        return fail(made.error());
    ExportedPack pack{choice.paths(), {}, {}};
    for (const QString &path : existingOf(pack.paths))
        if (!replaceable.contains(path))
            return fail(ErrorCode::InvalidInput, ExportPackText::tr("%1 is there already. Nothing was written.").arg(path));
    if (choice.copiesPicture)
        pack.picture = forecast.picture();
    if (choice.copiesNumbers)
        pack.numbers = tabbedText(forecast.seenNumbers());
    if (const Result<void> written = commitTogether(*made); !written)
        return fail(written.error());
    return pack;
}

} // namespace foretrail
