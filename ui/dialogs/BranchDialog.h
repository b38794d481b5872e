#pragma once

#include "core/models/JudgedEpoch.h"
#include "core/training/Branch.h"

#include <QDialog>

#include <functional>

class QPushButton;

namespace foretrail {

class SettingsForm;

/// With which settings a training branches from an epoch of a stored run. What would make its weights unfit, or its losses something
/// else than those of the run, cannot be changed and is not shown.
class BranchDialog : public QDialog {
    Q_OBJECT
public:
    /// `epoch`: of the run, as its trail has it.
    BranchDialog(const RunSummary &run, const TrainingSpec &spec, const JudgedEpoch &epoch, QWidget *parent = nullptr);
    /// Returns at once; `start` is called when the person starts the branch and `receiver` still lives.
    static void open(const RunSummary &run, const TrainingSpec &spec, const JudgedEpoch &epoch, QWidget *receiver, std::function<void(const Branch &)> start);

private:
    void addFields();
    Result<TrainingSpec> spec() const;
    void check();

    const TrainingSpec m_origin;
    SettingsForm *m_form;
    QPushButton *m_start;
};

} // namespace foretrail
