#include "ui/report/ReportChoice.h"

#include <QCoreApplication>
#include <QImageReader>

#include <algorithm>

namespace foretrail {

namespace {

struct ReportChoiceText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportChoice)
};

constexpr int largestLogo = 1200; // dots; more are of no use on a page

} // namespace

QJsonObject ReportChoice::toJson() const
{
    return {{QStringLiteral("which"), which == Which::Shown ? QStringLiteral("shown") : QStringLiteral("largest")}, {QStringLiteral("count"), count},
            {QStringLiteral("template"), reportTemplateName(layout)}, {QStringLiteral("format"), format}};
}

ReportChoice ReportChoice::fromJson(const QJsonObject &json)
{
    ReportChoice choice;
    choice.which = json[QStringLiteral("which")].toString() == QStringLiteral("shown") ? Which::Shown : Which::Largest;
    choice.count = std::clamp(json[QStringLiteral("count")].toInt(choice.count), 1, 1000);
    choice.layout = json[QStringLiteral("template")].toString() == reportTemplateName(ReportTemplate::Brief) ? ReportTemplate::Brief : ReportTemplate::Full;
    choice.format = json[QStringLiteral("format")].toString() == QStringLiteral("html") ? QStringLiteral("html") : QStringLiteral("pdf");
    return choice;
}

Result<QImage> readLogo(const QString &path)
{
    if (path.isEmpty())
        return QImage();
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > largestLogo)
        reader.setScaledSize(size.scaled(largestLogo, largestLogo, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::Format, ReportChoiceText::tr("The logo %1 cannot be read as a picture: %2. Choose a PNG, JPEG or SVG file.").arg(path, reader.errorString()));
    return image;
}

} // namespace foretrail
