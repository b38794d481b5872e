#pragma once

#include <QDate>
#include <QString>

namespace foretrail {

/// One day that shoppers know by name. A holiday of several days is as many of these with one id.
struct Holiday {
    QDate date;
    QString name; ///< for people, in their language
    QString id;   ///< stable: "spring-festival"
    bool operator==(const Holiday &) const = default;
};

} // namespace foretrail
