#pragma once

#include <QImage>
#include <QStringList>

namespace foretrail {

/// The pictures of the glossary, each of what one term means: drawn with the colours of the theme, without words.
QStringList glossaryPictureNames();
/// Null: there is no picture of that name. `em`: how much larger than the theme's own size the text is.
QImage glossaryPicture(const QString &name, double em, double devicePixelRatio);

} // namespace foretrail
