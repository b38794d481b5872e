#pragma once

#include "ui/BacktestRun.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace foretrail {

/// Two of the models that were tested, and whether the difference between them is more than chance. Not there with one model alone.
class ModelPair : public QWidget {
    Q_OBJECT
public:
    explicit ModelPair(QWidget *parent = nullptr);
    void setFindings(const BacktestFindings &findings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showSentence();

    BacktestFindings m_findings;
    QLabel *m_title;
    QComboBox *m_first;
    QComboBox *m_second;
    QLabel *m_sentence;
};

} // namespace foretrail
