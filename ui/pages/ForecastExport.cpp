#include "ui/pages/ForecastExport.h"

#include "core/report/ForecastReport.h"
#include "ui/AppSession.h"
#include "ui/dialogs/FileDialogs.h"

#include <QAction>
#include <QCursor>
#include <QMenu>

#include <algorithm>

namespace foretrail {

ForecastExport::ForecastExport(AppSession &session, QWidget *page) : QObject(page), m_session(session), m_page(page) {}

void ForecastExport::askFormat()
{
    auto *menu = new QMenu(m_page);
    menu->setObjectName(QStringLiteral("exportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<std::pair<QString, QString>> formats{{QStringLiteral("png"), tr("Picture (PNG)")}, {QStringLiteral("svg"), tr("Drawing (SVG)")},
        {QStringLiteral("pdf"), tr("Page (PDF)")}, {QStringLiteral("csv"), tr("Forecast as numbers (CSV)")}};
    for (const auto &[format, text] : formats) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QStringLiteral("export_") + format);
        connect(action, &QAction::triggered, this, [this, chosen = format] { Q_EMIT formatChosen(chosen); });
    }
    const QPoint corner = m_page->mapToGlobal(QPoint(m_page->width(), 0));
    menu->popup(QPoint(std::min(corner.x(), QCursor::pos().x()), std::min(corner.y(), QCursor::pos().y())));
}

QString ForecastExport::askPath(const QString &name, const QString &format)
{
    return FileDialogs::saveFile(m_page, tr("Export"), QStringLiteral("%1.%2").arg(FileDialogs::nameOf(name), format),
                                 QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
}

void ForecastExport::save(const std::shared_ptr<const ShownForecast> &shown, const QString &format, ChartSpan span)
{
    const QString path = askPath(shown->chart.title, format);
    if (path.isEmpty())
        return;
    if (format == QStringLiteral("csv")) {
        return m_session.save(tr("Exporting the forecast"), path, [path, shown] {
            return writeForecasts({shown->outcome}, ForecastPart::Future, shown->spec.model.model, shown->spec.levels, path);
        });
    }
    savePicture(renderChart(shown->chart, format, {1200, 640}, span), path, tr("Exporting the forecast"));
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

} // namespace foretrail
