#pragma once

#include "core/training/RateFinder.h"

#include <QDialog>

namespace foretrail {

/// What a search for a learning rate found: the loss at each rate, and the one to take.
class RateDialog : public QDialog {
    Q_OBJECT
public:
    explicit RateDialog(const RateSearch &search, QWidget *parent = nullptr);
    /// Returns at once; `use` is called with the rate when the person takes it and `parent` still lives.
    static void open(const RateSearch &search, QWidget *parent, std::function<void(double)> use);
};

} // namespace foretrail
