#pragma once

#include <QWidget>

class QLabel;

namespace foretrail {

/// A small label, a large number, and a line that puts the number in its place ("usually 9 d").
class HeadlineNumber : public QWidget {
    Q_OBJECT
public:
    explicit HeadlineNumber(const QString &name, QWidget *parent = nullptr);
    void setTexts(const QString &label, const QString &number, const QString &note);
    QString number() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    QLabel *m_label;
    QLabel *m_number;
    QLabel *m_note;
};

} // namespace foretrail
