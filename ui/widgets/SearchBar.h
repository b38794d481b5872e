#pragma once

#include "core/training/TrainingSpec.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace foretrail {

class Searches;

/// One line on the search that runs, was stopped or has ended, with what can be done with it. Hidden while there is none.
class SearchBar : public QWidget {
    Q_OBJECT
public:
    explicit SearchBar(Searches &searches, QWidget *parent = nullptr);
    void setReadOnly(bool isReadOnly);

Q_SIGNALS:
    void useBest(const foretrail::TrainingSpec &spec);

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &name);
    void connectAll();
    void showState();
    QString words() const;

    Searches &m_searches;
    bool m_isReadOnly = false;
    QLabel *m_words;
    QPushButton *m_use;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_goOn;
    QPushButton *m_hide;
};

} // namespace foretrail
