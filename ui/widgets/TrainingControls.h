#pragma once

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace foretrail {

struct Training;
class TrainingControl;

/// Steers the training that runs: pause and go on, one epoch more, end with the best, another learning rate. Hidden while none
/// goes in epochs.
class TrainingControls : public QWidget {
    Q_OBJECT
public:
    explicit TrainingControls(QWidget *parent = nullptr);
    void setTraining(const Training *training);

protected:
    void changeEvent(QEvent *event) override;

private:
    void toggle();
    void applyRate();
    void showState();
    void retranslate();
    void fitRate();

    QPushButton *m_pause;
    QPushButton *m_step;
    QPushButton *m_best;
    QLabel *m_rateTitle;
    QLineEdit *m_rate;
    QLabel *m_state;
    std::shared_ptr<TrainingControl> m_control;
    bool m_isOfMany = false;  ///< a network over all series, which comes out of several trainings
    bool m_isSettled = false; ///< how many epochs are worth it is found out
    bool m_isEnding = false;
    double m_current = 0; ///< the rate of the last epoch
};

} // namespace foretrail
