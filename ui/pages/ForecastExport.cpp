#include "ui/pages/ForecastExport.h"

#include "ui/AppSession.h"
#include "ui/asking/Confirm.h"
#include "ui/asking/FileDialogs.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/report/ReportFile.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMenu>
#include <QMimeData>

namespace foretrail {

ForecastExport::ForecastExport(AppSession &session, QWidget *page) : QObject(page), m_session(session), m_page(page) {}

void ForecastExport::askFormat()
{
    auto *menu = new QMenu(m_page);
    menu->setObjectName(QStringLiteral("exportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *several = menu->addAction(tr("&Several formats…"));
    several->setObjectName(QStringLiteral("exportSeveral"));
    connect(several, &QAction::triggered, this, &ForecastExport::severalChosen);
    const QList<std::pair<QString, QString>> formats{{QStringLiteral("png"), tr("Picture (PNG)")}, {QStringLiteral("svg"), tr("Drawing (SVG)")},
        {QStringLiteral("pdf"), tr("Page (PDF)")}, {QStringLiteral("xlsx"), tr("Workbook (XLSX)")}, {QStringLiteral("csv"), tr("Forecast as numbers (CSV)")}};
    for (const auto &[format, text] : formats) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QStringLiteral("export_") + format);
        connect(action, &QAction::triggered, this, [this, chosen = format] { Q_EMIT formatChosen(chosen); });
    }
    menu->addSeparator();
    QAction *report = menu->addAction(tr("&Report…"));
    report->setObjectName(QStringLiteral("exportReport"));
    connect(report, &QAction::triggered, this, &ForecastExport::reportChosen);
    // Below the button, wherever the mouse is: the key may have pressed it.
    const auto *button = m_page->window()->findChild<QWidget *>(QStringLiteral("primaryAction"));
    menu->popup(button && button->isVisible() ? button->mapToGlobal(QPoint(0, button->height())) : m_page->mapToGlobal(QPoint(m_page->width(), 0)));
}

QString ForecastExport::askPath(const QString &name, const QString &format)
{
    return FileDialogs::saveFile(m_page, tr("Export"), QStringLiteral("%1.%2").arg(FileDialogs::nameOf(name), format),
                                 QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
}

void ForecastExport::saveTogether(const std::shared_ptr<const ShownForecast> &shown, ChartSpan span)
{
    auto *dialog = new ExportDialog(m_session, shown, span, FileDialogs::nameOf(shown->chart.title), m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::chosen, this, [this, shown, span](const ExportChoice &choice) { askToReplace(shown, span, choice); });
    dialog->open();
}

/// Files that are there already are replaced only when a person says so.
void ForecastExport::askToReplace(const std::shared_ptr<const ShownForecast> &shown, ChartSpan span, const ExportChoice &choice)
{
    m_session.jobs().start<QStringList>({tr("Looking for files"), Lane::Read, false},
        [paths = choice.paths()](JobContext &) -> Result<QStringList> { return existingOf(paths); }, this,
        [this, shown, span, choice](const Result<QStringList> &existing) {
            if (!existing)
                return m_session.report(existing.error(), tr("Exporting the forecast"));
            if (existing->isEmpty())
                return writeTogether(shown, span, choice, {});
            QStringList names;
            for (const QString &path : *existing)
                names << QFileInfo(path).fileName();
            Confirm::ask(m_page, {tr("Replace files"), tr("In %1 there is already: %2.").arg(choice.folder, names.join(QStringLiteral(", "))), tr("Replace")},
                         [this, shown, span, choice, existing = *existing] { writeTogether(shown, span, choice, existing); });
        });
}

void ForecastExport::writeTogether(const std::shared_ptr<const ShownForecast> &shown, ChartSpan span, const ExportChoice &choice, const QStringList &replaceable)
{
    const ReportChoice before = ReportChoice::fromJson(QJsonDocument::fromJson(m_session.settings().reportChoice()).object());
    ReportRequest report = usualReport(shown->spec, m_session.summary(), before.count);
    report.layout = before.layout;
    report.company = m_session.settings().company();
    m_session.runOnWorkspace<ExportedPack>({tr("Exporting the forecast"), Lane::Read, true},
        [shown, span, choice, replaceable, report, logo = m_session.settings().logo()](Workspace &workspace, JobContext &job) {
            return writePack(*shown, span, choice, replaceable, job, [&](JobContext &part) { return makeReport(workspace, report, logo, QStringLiteral("pdf"), part); });
        }, this,
        [this](const Result<ExportedPack> &pack) {
            if (!pack)
                return m_session.report(pack.error(), tr("Exporting the forecast"));
            tellWritten(*pack);
        });
}

void ForecastExport::tellWritten(const ExportedPack &pack)
{
    const bool isCopied = !pack.picture.isNull() || !pack.numbers.isEmpty();
    if (isCopied) {
        auto *copied = new QMimeData;
        if (!pack.picture.isNull())
            copied->setImageData(pack.picture);
        if (!pack.numbers.isEmpty())
            copied->setText(pack.numbers);
        QGuiApplication::clipboard()->setMimeData(copied);
    }
    if (pack.paths.isEmpty())
        return Q_EMIT m_session.said(tr("Copied the forecast."));
    m_session.tellSaved(pack.paths);
    if (isCopied)
        Q_EMIT m_session.said(tr("Saved %n files in %1 and copied the forecast.", nullptr, int(pack.paths.size()))
                                  .arg(QDir::toNativeSeparators(QFileInfo(pack.paths.front()).path())));
}

void ForecastExport::save(const std::shared_ptr<const ShownForecast> &shown, const QString &format, ChartSpan span)
{
    const QString path = askPath(shown->chart.title, format);
    if (path.isEmpty())
        return;
    m_session.save(tr("Exporting the forecast"), path, [path, shown, format, span]() -> Result<void> {
        const PictureSize size{317.5, 169.333, 192};
        const Result<QByteArray> bytes = renderForecast({shown->outcome, shown->spec, shown->provenance, shown->chart, span, size, shown->adjustments.forecast}, format);
        return bytes ? saveBytes(*bytes, path) : fail(bytes.error());
    });
}

void ForecastExport::saveBars(const BarContent &content, const QString &format)
{
    const QString path = askPath(content.title, format);
    if (!path.isEmpty())
        savePicture(renderChart(content, format), path, tr("Exporting residuals"));
}

void ForecastExport::saveChart(const ChartContent &content, const QString &format)
{
    const QString path = askPath(content.title, format);
    if (!path.isEmpty())
        savePicture(renderChart(content, format), path, tr("Exporting a chart"));
}

void ForecastExport::savePicture(const Result<QByteArray> &picture, const QString &path, const QString &title)
{
    if (!picture)
        return m_session.report(picture.error(), title);
    m_session.save(title, path, [path, content = *picture] { return saveBytes(content, path); });
}

void ForecastExport::report(const TrainingSpec &spec, const ReportDialog::Offer &offer, const QStringList &listed)
{
    auto *dialog = new ReportDialog(m_session.settings(), offer, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::chosen, this, [this, spec, listed](const ReportChoice &choice) {
        ReportRequest request{spec, choice.layout, choice.company};
        if (choice.which == ReportChoice::Which::Listed)
            request.spec.query.keys = listed;
        if (choice.which == ReportChoice::Which::Largest) {
            const ReportRequest usual = usualReport(spec, m_session.summary(), choice.count);
            request.spec.query = usual.spec.query;
            request.among = usual.among;
        }
        writeReport(request, choice);
    });
    dialog->open();
}

void ForecastExport::writeReport(const ReportRequest &request, const ReportChoice &choice)
{
    const QString path = askPath(tr("Forecasts"), choice.format);
    if (path.isEmpty())
        return;
    const ModelInfo *info = modelRegistry().find(request.spec.model.model);
    const Lane lane = info && info->isNeural ? Lane::Train : Lane::Read;
    m_session.runOnWorkspace<bool>({tr("Making a report"), lane, true},
        [request, logo = choice.logo, format = choice.format, path](Workspace &workspace, JobContext &job) -> Result<bool> {
            return foretrail::writeReport(workspace, request, logo, format, path, job).map([](const ReportContent &) { return true; });
        }, this, [this, path](const Result<bool> &written) {
            if (!written)
                return m_session.report(written.error(), tr("Making a report"));
            m_session.tellSaved(path);
        });
}

} // namespace foretrail
