#include "ui/asking/SaveDrawing.h"

#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct SaveDrawingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SaveDrawing)
};

} // namespace

void saveDrawing(AppSession &session, QWidget *parent, const MarkDrawing &drawing, const QString &format)
{
    const Result<QByteArray> picture = renderChart(drawing, format);
    if (!picture)
        return session.report(picture.error(), drawing.title());
    const QString path = FileDialogs::saveFile(parent, SaveDrawingText::tr("Export"), QStringLiteral("%1.%2").arg(FileDialogs::nameOf(drawing.title()), format),
                                               QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (!path.isEmpty())
        session.save(SaveDrawingText::tr("Exporting a chart"), path, [path, content = *picture] { return saveBytes(content, path); });
}

} // namespace foretrail
