#pragma once

#include "ui/pages/Page.h"

namespace foretrail {

/// Where the window begins: the sample shop, a file to import, a workspace to open, and the workspaces used last.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(AppSession &session, QWidget *parent = nullptr);

    QString title() const override { return tr("Start"); }
    QString iconName() const override { return QStringLiteral("start"); }
};

} // namespace foretrail
