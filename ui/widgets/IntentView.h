#pragma once

#include "core/behaviour/intent/KeptIntent.h"
#include "core/jobs/JobRunner.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace foretrail {

class RunningJob;

/// Whether a user buys in the next days, against what is typical of the shop, and the features that say most. Shows a value.
class IntentView : public QWidget {
    Q_OBJECT
public:
    explicit IntentView(QWidget *parent = nullptr);
    /// Hidden where nothing is said and there is no reason why.
    void setOutlook(const IntentOutlook &outlook);
    /// Shows how far learning has come, where it does not end at once.
    void follow(JobRunner &jobs, JobId job);

Q_SIGNALS:
    void qualityRequested(); ///< how good is this?

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    IntentOutlook m_outlook;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_reasons;
    QLabel *m_quality;
    QPushButton *m_more;
    RunningJob *m_running = nullptr; ///< once anything was followed
};

} // namespace foretrail
