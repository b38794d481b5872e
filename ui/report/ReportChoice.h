#pragma once

#include "core/report/ReportContent.h"

#include <QImage>
#include <QJsonObject>

namespace foretrail {

/// What a person wants of a report. A value that is remembered.
struct ReportChoice {
    enum class Which { Largest, Shown, Listed }; ///< Listed: what the search in the list of series leaves
    Which which = Which::Largest;
    int count = 20; ///< with Largest
    ReportTemplate layout = ReportTemplate::Full;
    QString format = QStringLiteral("pdf"); ///< or html
    QString company; ///< kept among the settings, as the next
    QString logo;    ///< path of a picture; may be empty

    QJsonObject toJson() const; ///< but for company and logo
    /// What does not make sense is as usual.
    static ReportChoice fromJson(const QJsonObject &json);
};

/// A null image for an empty path. Io or Format where the file is no picture.
Result<QImage> readLogo(const QString &path);

} // namespace foretrail
