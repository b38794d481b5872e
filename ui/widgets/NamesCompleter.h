#pragma once

#include "core/base/NameList.h"

#include <QCompleter>

namespace foretrail {

/// Completes the last of several names in a line edit, "ar, theta, ho": what stands before the last comma stays. Offers names that
/// contain what was typed, and writes those with commas in quotes, as namesIn() reads them.
class NamesCompleter : public QCompleter {
    Q_OBJECT
public:
    explicit NamesCompleter(const QStringList &names, QObject *parent = nullptr);

    QStringList splitPath(const QString &path) const override;
    QString pathFromIndex(const QModelIndex &index) const override;
};

} // namespace foretrail
