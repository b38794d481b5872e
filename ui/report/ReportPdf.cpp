#include "ui/report/ReportFile.h"
#include "ui/report/ReportPages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace foretrail {

namespace {

struct ReportPdfText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportPdf)
};

void setUp(QPdfWriter &writer, const ReportContent &content)
{
    writer.setTitle(content.company.isEmpty() ? content.title : QStringLiteral("%1 · %2").arg(content.title, content.company));
    writer.setCreator(QStringLiteral("Foretrail " FORETRAIL_VERSION));
    writer.setResolution(96); // a unit of the pages is a unit of the paper
    writer.setPageLayout(QPageLayout(QPageSize(ReportPages::size * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch), QPageLayout::Portrait, {}));
}

} // namespace

Result<QByteArray> reportPdf(const ReportContent &content, const QImage &logo, JobContext &job)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    setUp(writer, content);
    const ReportPages pages(content, logo);
    QPainter painter;
    bool isDone = painter.begin(&writer);
    for (int page = 0; isDone && page < pages.count(); ++page) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        isDone = page == 0 || writer.newPage();
        pages.draw(painter, page);
        job.report(page + 1, pages.count());
    }
    if (!isDone || !painter.end())
        return fail(ErrorCode::Internal, ReportPdfText::tr("The report could not be drawn as PDF. Choose HTML."));
    return bytes;
}

} // namespace foretrail
