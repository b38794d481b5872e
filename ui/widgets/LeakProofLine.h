#pragma once

#include "core/preparation/LeakProof.h"
#include "core/jobs/JobRunner.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace foretrail {

/// A button that proves that nothing of a recipe leaks, and what came of it, until the recipe or the series changes.
class LeakProofLine : public QWidget {
    Q_OBJECT
public:
    explicit LeakProofLine(JobRunner &jobs, QWidget *parent = nullptr);

    /// What is to be proved; nothing: the button says why not.
    void setInput(const std::optional<PreparationRequest> &request, const std::shared_ptr<const Surroundings> &surroundings, const QString &whyNot);

protected:
    void changeEvent(QEvent *event) override;

private:
    void prove();
    void show(const QString &iconName, const QString &words);
    void retranslate();

    LatestJob m_job;
    QPushButton *m_button;
    QLabel *m_icon;
    QLabel *m_words;
    QString m_iconName;
    std::optional<PreparationRequest> m_request;
    std::shared_ptr<const Surroundings> m_surroundings;
    QString m_whyNot;
};

} // namespace foretrail
