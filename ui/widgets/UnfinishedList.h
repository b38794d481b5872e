#pragma once

#include "core/data/UnfinishedTrainings.h"

#include <QWidget>

class QVBoxLayout;

namespace foretrail {

/// Trainings of the workspace that were stopped or whose program ended, each with a way on and a way out. Hidden without any.
class UnfinishedList : public QWidget {
    Q_OBJECT
public:
    explicit UnfinishedList(QWidget *parent = nullptr);
    void setTrainings(const QList<UnfinishedTraining> &trainings, bool isReadOnly);

Q_SIGNALS:
    void resumed(const foretrail::UnfinishedTraining &training);
    void discarded(const foretrail::UnfinishedTraining &training); ///< a person agreed

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    QWidget *makeRow(const UnfinishedTraining &training);

    QList<UnfinishedTraining> m_trainings;
    bool m_isReadOnly = false;
    QVBoxLayout *m_layout;
};

} // namespace foretrail
