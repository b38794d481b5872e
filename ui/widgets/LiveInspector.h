#pragma once

#include "core/live/LiveSnapshot.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace foretrail {

/// What is known of one user who is about, as it changes with each event.
class LiveInspector : public QWidget {
    Q_OBJECT
public:
    explicit LiveInspector(QWidget *parent = nullptr);
    /// None: nobody is chosen, or the visit of `chosen` is over.
    void setUser(const std::optional<ToldUser> &user, const LiveSnapshot &shop, const QString &chosen);
    void clear();

Q_SIGNALS:
    void profileWanted(const QString &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    QString figuresText(const ToldUser &user) const;
    QString intentText(const ToldUser &user) const;
    QString itemsText(const ToldUser &user) const;

    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_figuresTitle, *m_figures;
    QLabel *m_intentTitle, *m_intent;
    QLabel *m_itemsTitle, *m_items;
    QPushButton *m_open;
    std::optional<ToldUser> m_user;
    QString m_chosen;
    UtcMs m_now = 0;
    QString m_unit;
    QString m_recommender;
    qint64 m_horizonDays = 0;
};

} // namespace foretrail
