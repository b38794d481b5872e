#pragma once

#include "ui/report/HandedForecast.h"
#include "ui/widgets/ForecastTab.h"

#include <QJsonObject>

#include <functional>

namespace foretrail {

/// What is exported in one go, and where to. A value that is remembered.
struct ExportChoice {
    QStringList formats{QStringLiteral("png"), QStringLiteral("xlsx")}; ///< of allFormats()
    bool copiesPicture = false;
    bool copiesNumbers = false;
    bool withReport = false; ///< of the largest series, beside them
    PictureSize size{};
    QString folder;
    QString name; ///< of the files, without suffix; not remembered

    static QStringList allFormats(); ///< png, svg, pdf, xlsx, csv
    QStringList paths() const;       ///< one for each format, then that of the report
    bool isComplete() const;         ///< something to do, and files have a place and a name that is one
    QJsonObject toJson() const;
    /// What does not make sense is as usual.
    static ExportChoice fromJson(const QJsonObject &json);
};

/// What an export has made.
struct ExportedPack {
    QStringList paths;
    QImage picture;  ///< for the clipboard; null where it is not wanted
    QString numbers; ///< the same; parted by tabs, every digit
};

/// Makes the report that is asked for beside the formats.
using ReportMaker = std::function<Result<QByteArray>(JobContext &job)>;

/// All files or none: they are made and written aside first. Files that are there already are replaced only where `replaceable` names
/// them, else the error says which is there. For a job's thread. Cancelled.
Result<ExportedPack> writePack(const ShownForecast &shown, ChartSpan span, const ExportChoice &choice, const QStringList &replaceable, JobContext &job,
                               const ReportMaker &report = {});

/// Those that exist.
QStringList existingOf(const QStringList &paths);

} // namespace foretrail
