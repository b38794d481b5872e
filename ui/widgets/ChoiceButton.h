#pragma once

#include <QPushButton>

class QLabel;

namespace foretrail {

/// A large choice: icon, name, and a sentence that says what happens.
class ChoiceButton : public QPushButton {
    Q_OBJECT
public:
    ChoiceButton(const QString &name, const QString &iconName, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
};

} // namespace foretrail
