#include "ui/help/GlossaryPicture.h"

#include "ui/help/PictureCanvas.h"

#include <cmath>

namespace foretrail {

namespace {

QList<NamedPicture> allGlossaryPictures()
{
    QList<NamedPicture> all;
    for (const auto &some : {errorPictures(), bandPictures(), modelPictures(), learningPictures(), shopPictures()})
        all.append(QList<NamedPicture>(some.begin(), some.end()));
    return all;
}

} // namespace

QStringList glossaryPictureNames()
{
    QStringList names;
    for (const NamedPicture &one : allGlossaryPictures())
        names << QString::fromLatin1(one.name);
    return names;
}

QImage glossaryPicture(const QString &name, double em, double devicePixelRatio)
{
    for (const NamedPicture &one : allGlossaryPictures()) {
        if (name != QLatin1String(one.name))
            continue;
        const double scale = em * devicePixelRatio;
        QImage image(int(std::ceil(PictureCanvas::width * scale)), int(std::ceil(PictureCanvas::height * scale)), QImage::Format_ARGB32_Premultiplied);
        image.fill(Theme::colors().surface);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        PictureCanvas canvas(painter, Theme::colors());
        canvas.frame(QRectF(0.5, 0.5, PictureCanvas::width - 1, PictureCanvas::height - 1), Theme::colors().line);
        one.draw(canvas);
        painter.end();
        image.setDevicePixelRatio(devicePixelRatio);
        return image;
    }
    return {};
}

} // namespace foretrail
