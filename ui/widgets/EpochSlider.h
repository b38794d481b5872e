#pragma once

#include "core/training/EpochTrail.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace foretrail {

/// Walks through the epochs that a stored run keeps: a slider, a button that plays them, and what the chosen one is. With the keyboard
/// as any slider: arrows by one epoch, Page Up and Page Down by some, Home and End to the first and last.
class EpochSlider : public QWidget {
    Q_OBJECT
public:
    explicit EpochSlider(QWidget *parent = nullptr);

    /// Begins at the best epoch. `epochs`: done by the training, whether kept or not.
    void setTrail(const std::shared_ptr<const EpochTrail> &trail, int epochs);
    /// Why nothing can branch here; empty: it can.
    void setBranchProblem(const QString &problem);
    /// nullptr without a trail.
    const JudgedEpoch *current() const;

Q_SIGNALS:
    void moved(); ///< current() is another one
    void branchClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void togglePlaying();
    void playOn();
    void showState();

    std::shared_ptr<const EpochTrail> m_trail;
    int m_epochs = 0;
    QString m_branchProblem;
    QPushButton *m_play;
    QSlider *m_slider;
    QLabel *m_words;
    QPushButton *m_branch;
    QTimer m_timer;
};

} // namespace foretrail
